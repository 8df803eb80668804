/** Data sources, migrations, transactions and the SQL dialect of SQLite and PostgreSQL. */
@NullMarked
package id.saring.db;

import org.jspecify.annotations.NullMarked;
