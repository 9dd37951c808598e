"""H3: what client and group decide is in the options; here, that no facilitator is one whom the client avoids."""

from __future__ import annotations

from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    for admission in draft.options.admissions:
        for clinician in sorted(admission.client.avoid_clinicians):
            leading = draft.lead.get((admission.slot.key, clinician))
            if leading is not None:
                draft.cp.add_bool_or([draft.attend[admission.key].negated(), leading.negated()])
