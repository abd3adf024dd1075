/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-outage-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-run.h"
#include "export/sheets/mdg-flow-plan.h"
#include "export/sheets/mdg-outcome-part.h"

/* The situation that says what to note down. */
#define SITUATION "outage"
#define N_PATIENTS 18
#define WANTED                                                                            \
  (1u << MDG_CONTACT_CALL_CENTRE | 1u << MDG_CONTACT_NETWORK | 1u << MDG_CONTACT_VENDOR | \
   1u << MDG_CONTACT_INSURER)

static void
add_patients (MdgSheet *sheet)
{
  static const double widths[] = { 0.9, 1.2, 3, 1, 1.8, 3.6, 2, 1.4, 1.2 };
  /* Translators: what is noted down about each patient in an outage; narrow columns. */
  const char *const headings[] = {
    C_ ("outage", "No."),   C_ ("outage", "Time"),          C_ ("outage", "Name"),
    C_ ("outage", "Sex"),   C_ ("outage", "Date of birth"), C_ ("outage", "Address"),
    C_ ("outage", "Shown"), C_ ("outage", "Share"),         C_ ("outage", "Done"),
  };

  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < N_PATIENTS; i++)
    {
      /* The second, empty line makes room for an address. */
      g_autofree char *number = g_strdup_printf ("%u\n", i + 1);
      const char *const cells[G_N_ELEMENTS (widths)] = { number };

      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
}

/**
 * mdg_outage_sheet_new:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Makes a blank sheet to note patients down by hand while eligibility cannot be confirmed, with what to
 * do afterwards and whom to call. Its sources are those of the pack's situation "outage", if it has one.
 *
 * Returns: (transfer full): the sheet
 */
MdgSheet *
mdg_outage_sheet_new (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  static const double widths[] = { 1, 1, 1 };
  MdgSheet *sheet = mdg_sheet_new (C_ ("sheet", "Outage Note Sheet"));
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, SITUATION);
  g_auto (MdgFlowPlan) plan = { 0 };
  g_autofree char *as_of = mdg_sheet_format_day (day);
  const char *const filled[] = { C_ ("outage", "Day:"), C_ ("outage", "From – to:"),
                                 C_ ("outage", "Noted by:") };

  mdg_flow_plan_init (&plan, pack, day);
  if (situation != NULL && mdg_guide_basis_holds_on (&situation->basis, day))
    mdg_flow_plan_add (&plan, situation);
  mdg_sheet_begin_document (sheet, pack, &plan.sources, day);

  mdg_sheet_add_title (sheet, C_ ("sheet", "When eligibility cannot be verified online"),
                       mdg_sheet_get_title (sheet));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, as_of);
  mdg_sheet_add_item (
    sheet, "1.", C_ ("outage", "Note name, sex, date of birth and address of each patient."),
    C_ ("outage", "What was shown: My Number insurance card, Eligibility Certificate, "
                  "notice, portal screen."));
  mdg_sheet_add_item (
    sheet, "2.",
    C_ ("outage", "Afterwards verify each by 「資格情報照会（システム障害時）」, and tick it."),
    C_ ("outage", "The call centre must enable it first."));
  mdg_sheet_add_item (
    sheet, "3.",
    C_ ("outage",
        "Filled in, this sheet holds personal data: keep it locked, and destroy it by your rules."),
    NULL);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, NULL);
  mdg_sheet_add_row (sheet, filled);
  mdg_sheet_end_table (sheet);
  add_patients (sheet);
  mdg_sheet_add_contacts (sheet, WANTED, contacts);
  mdg_sheet_sources_write (&plan.sources, sheet);

  return sheet;
}
