package io.evenkeel.contract;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Names and values that PostgreSQL allows and that nobody expects. */
public final class Hostile {
    private static final List<String> PIECES = List.of(
            ".",
            "\"",
            "'",
            "\\",
            "\n",
            "\r",
            "\t",
            "\u001b[31m",
            "\u202e",
            "\u200b",
            "\ud83d\ude80",
            "\u0301",
            "$marker",
            "[",
            "]",
            ",",
            "{",
            "}",
            " ",
            "a",
            "A",
            "\u00e4",
            "\u4e16",
            "\u007f",
            "\ufeff",
            "</script>",
            "%s",
            "${x}",
            ";--");

    private Hostile() {}

    /** One name: never empty, often of the 63 bytes that PostgreSQL allows or more. */
    public static String name(Random random) {
        if (random.nextInt(8) == 0) {
            return (random.nextBoolean() ? "n" : "N").repeat(63);
        }
        StringBuilder name = new StringBuilder();
        for (int piece = 0; piece <= random.nextInt(8); piece++) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }

    public static List<String> names(Random random) {
        List<String> names = new ArrayList<>();
        for (int name = 0; name <= random.nextInt(3); name++) {
            names.add(name(random));
        }
        return names;
    }

    public static ObjectKey key(Random random) {
        return new ObjectKey(new ObjectKind("kind_" + random.nextInt(10)), names(random));
    }

    /** A value of any sort. */
    public static Value value(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Value.NULL;
            case 1 -> new Value.Bool(random.nextBoolean());
            case 2 -> new Value.Int(random.nextLong());
            case 3 -> new Value.Decimal(new BigDecimal(random.nextLong() + "." + random.nextInt(1_000_000)));
            case 4 -> new Value.TextList(random.nextBoolean() ? List.of() : names(random));
            case 5 -> new Value.Text("");
            default -> new Value.Text(name(random));
        };
    }

    public static Attributes attributes(Random random) {
        Map<String, Value> values = new TreeMap<>();
        for (int value = 0; value < random.nextInt(5); value++) {
            values.put(name(random), value(random));
        }
        return Attributes.of(values);
    }

    public static CatalogObject object(Random random) {
        return new CatalogObject(
                key(random),
                names(random),
                random.nextBoolean() ? Optional.of(key(random)) : Optional.empty(),
                attributes(random),
                attributes(random));
    }
}
