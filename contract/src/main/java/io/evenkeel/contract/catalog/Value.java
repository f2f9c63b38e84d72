package io.evenkeel.contract.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of an attribute. Equal values are equal drift-wise: there is no other notion of equality. */
@JsonDeserialize(using = ValueDeserializer.class)
public sealed interface Value {
    /** The absent value; SQL's NULL. */
    Value NULL = new Null();

    /** The value as JSON has it: string, long, decimal, boolean, list of strings, or null. */
    @JsonValue
    @Nullable
    Object json();

    record Text(String text) implements Value {
        @Override
        public Object json() {
            return text;
        }
    }

    record Int(long number) implements Value {
        @Override
        public Object json() {
            return number;
        }
    }

    /**
     * A number with a fraction; 1.50 and 1.5 are the same value, and it always prints with a decimal point and without
     * an exponent, so that its digits and its scale are bounded by {@value #MAX_DIGITS}.
     */
    record Decimal(BigDecimal number) implements Value {
        private static final int MAX_DIGITS = 30;

        public Decimal {
            BigDecimal stripped = number.stripTrailingZeros();
            if (stripped.precision() > MAX_DIGITS || Math.abs((long) stripped.scale()) > MAX_DIGITS) {
                throw new IllegalArgumentException("a decimal number has " + stripped.precision() + " digits and scale "
                        + stripped.scale() + ": expected at most " + MAX_DIGITS + " of each; make it text");
            }
            number = stripped.scale() < 1 ? stripped.setScale(1) : stripped;
        }

        @Override
        public Object json() {
            return number;
        }
    }

    record Bool(boolean truth) implements Value {
        @Override
        public Object json() {
            return truth;
        }
    }

    /** A list whose order counts: the SQL that makes it orders what has no order of its own. */
    record TextList(List<String> items) implements Value {
        public TextList {
            items = List.copyOf(items);
        }

        @Override
        public Object json() {
            return items;
        }
    }

    record Null() implements Value {
        @Override
        public @Nullable Object json() {
            return null;
        }
    }
}
