package org.evenkeel.clinic.oversight.web;

import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Role;

import java.util.Arrays;
import java.util.List;

/// Who may do what to whose record.
///
/// @param roles the columns
/// @param rows a row for each permission
public record PolicyPage(List<String> roles, List<Row> rows) {

    /// A permission and what each role may do with it.
    public record Row(String permission, List<String> cells) {}

    static PolicyPage of(Policy policy) {
        return new PolicyPage(
                Arrays.stream(Role.values()).map(Role::words).toList(),
                Arrays.stream(Permission.values())
                        .map(permission -> new Row(
                                permission.words().replace('-', ' '),
                                Arrays.stream(Role.values())
                                        .map(role ->
                                                policy.cell(role, permission).words())
                                        .toList()))
                        .toList());
    }
}
