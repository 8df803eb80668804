package id.saring.text;

/**
 * Brings the ways of writing a number to one: {@code 1.500.000} and {@code 1,500,000} are {@code 1500000}; {@code 9,6}
 * and
 * {@code 9.6} are {@code 9.6}; the times {@code 10:30} and {@code 10.30} are {@code 10.30}. Other chains of numbers,
 * such as dates and lists, come apart. A percent sign becomes a word.
 */
final class Numbers {
    /** What stands for a percent sign until the language is known. */
    static final String PERCENT = "persen";

    private static final int LONGEST_FRACTION = 6;

    private Numbers() {}

    static String unify(String text) {
        StringBuilder result = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text, i)) {
                continue;
            }
            int end = endOfChain(text, i);
            int percent = percentAfter(text, end);
            String number = number(text.substring(i, end));
            if (percent > 0 || number.length() != end - i || !text.startsWith(number, i)) {
                result = result == null ? new StringBuilder(text.length() + 16) : result;
                result.append(text, copied, i).append(number);
                copied = end;
                if (percent > 0) {
                    result.append(' ').append(PERCENT).append(' ');
                    copied = percent;
                }
            }
            i = end - 1;
        }
        return result == null ? text : result.append(text, copied, text.length()).toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && isDigit(text.charAt(i));
    }

    private static int endOfChain(String text, int start) {
        int end = start + 1;
        while (isDigit(text, end) || end < text.length() && isSeparator(text.charAt(end)) && isDigit(text, end + 1)) {
            end++;
        }
        return end;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == ':';
    }

    /** Where the text goes on after a percent sign that stands at {@code i}, perhaps behind a space; else 0. */
    private static int percentAfter(String text, int i) {
        int sign = i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
        return sign < text.length() && text.charAt(sign) == '%' ? sign + 1 : 0;
    }

    private static String number(String chain) {
        int last = lastSeparator(chain);
        if (last < 0) {
            return chain;
        }
        String whole = chain.substring(0, last);
        String end = chain.substring(last + 1);
        char separator = chain.charAt(last);
        if (isThousands(chain)) {
            return withoutSeparators(chain);
        }
        if (separator == ',' && end.equals("00") && (isThousands(whole) || lastSeparator(whole) < 0)) {
            return withoutSeparators(whole); // the cents of a sum
        }
        if (lastSeparator(whole) < 0) {
            boolean isPart = separator == ':' ? isTime(whole, end) : end.length() <= 2 || isFraction(whole, end);
            return isPart ? whole + '.' + end : whole + ' ' + end;
        }
        if (separator != ':' && end.length() <= 2 && isThousands(whole) && whole.indexOf(separator) < 0) {
            return withoutSeparators(whole) + '.' + end;
        }
        return chain.replace('.', ' ').replace(',', ' ').replace(':', ' ');
    }

    private static int lastSeparator(String chain) {
        for (int i = chain.length() - 1; i >= 0; i--) {
            if (!isDigit(chain.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Groups of three after a first of one to three digits that is not nought. */
    private static boolean isThousands(String chain) {
        int group = 0;
        int groups = 0;
        for (int i = 0; i <= chain.length(); i++) {
            if (i < chain.length() && isDigit(chain.charAt(i))) {
                group++;
                continue;
            }
            if (group > 3 || groups > 0 && group != 3 || i < chain.length() && chain.charAt(i) == ':') {
                return false;
            }
            groups++;
            group = 0;
        }
        return groups > 1 && chain.charAt(0) != '0';
    }

    private static boolean isFraction(String whole, String end) {
        return whole.equals("0") && end.length() <= LONGEST_FRACTION;
    }

    private static boolean isTime(String hour, String minute) {
        return hour.length() <= 2 && minute.length() == 2 && Integer.parseInt(hour) <= 24
                && Integer.parseInt(minute) < 60;
    }

    private static String withoutSeparators(String chain) {
        return chain.replace(".", "").replace(",", "");
    }
}
