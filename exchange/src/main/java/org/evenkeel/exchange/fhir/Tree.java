package org.evenkeel.exchange.fhir;

import org.evenkeel.exchange.cql.FactCodes.Coded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object of a FHIR resource while it is built, its members in the order they were put.
///
/// @param members text, numbers, truth values, lists and maps
record Tree(Map<String, Object> members) {
    private static final String UCUM = "http://unitsofmeasure.org";

    static Tree empty() {
        return new Tree(new LinkedHashMap<>());
    }

    static Tree resource(String type) {
        return empty().put("resourceType", type);
    }

    /// Puts a member; an absent one and an empty list are left out, as FHIR wants it.
    Tree put(String name, Object value) {
        Object plain = plain(value);
        if (!(plain instanceof List<?> list && list.isEmpty())) {
            members.put(name, plain);
        }
        return this;
    }

    Tree put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Tree tree -> tree.members();
            case Integer number -> BigDecimal.valueOf(number);
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(plain(item)));
                yield items;
            }
            default -> value;
        };
    }

    /// A CodeableConcept.
    static Tree concept(List<Coded> codes) {
        return empty().put("coding", codes.stream().map(Tree::coding).toList());
    }

    static Tree concept(String system, String code) {
        return concept(List.of(new Coded(system, code)));
    }

    private static Tree coding(Coded code) {
        return empty().put("system", code.system()).put("code", code.code());
    }

    /// A Quantity in a UCUM unit.
    static Tree quantity(BigDecimal value, String unit) {
        return empty().put("value", value).put("unit", unit).put("system", UCUM).put("code", unit);
    }
}
