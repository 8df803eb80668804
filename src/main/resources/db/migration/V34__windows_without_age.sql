-- Written with every message, read once in a while to forget who has not written for long: cheaper to read through.
DROP INDEX chat_window_by_age;
