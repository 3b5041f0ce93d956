package org.evenkeel.clinic.forecasting.web;

import tools.jackson.databind.json.JsonMapper;

/// JSON that may stand inside a page: no `<` in it can end the element it stands in.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
    }
}
