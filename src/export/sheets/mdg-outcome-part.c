/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-outcome-part.h"

#include <glib/gi18n.h>

#include "core/mdg-run.h"

/**
 * mdg_sheet_mark_from_tone:
 * @tone: a tone
 *
 * Returns: the sign that stands for it
 */
MdgSheetMark
mdg_sheet_mark_from_tone (MdgTone tone)
{
  switch (tone)
    {
    case MDG_TONE_PROCEED:
      return MDG_SHEET_MARK_PROCEED;
    case MDG_TONE_CAUTION:
      return MDG_SHEET_MARK_CAUTION;
    case MDG_TONE_STOP:
    default:
      return MDG_SHEET_MARK_STOP;
    }
}

/**
 * mdg_sheet_add_doubt:
 * @sheet: a sheet
 * @doubt: what is uncertain, which may be left out
 *
 * Says what is uncertain, as the program does wherever it shows such a thing.
 */
void
mdg_sheet_add_doubt (MdgSheet *sheet, const MdgGuideText *doubt)
{
  const char *text = mdg_guide_text_get (doubt);
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  /* Translators: what is uncertain. */
  line = g_strdup_printf (C_ ("sheet", "Not certain: %s"), text);
  mdg_sheet_add_item (sheet, "?", line, NULL);
}

/**
 * mdg_sheet_add_outcome:
 * @sheet: a sheet
 * @outcome: an outcome
 * @sources: the sources of the document
 * @part: how to write it
 *
 * Writes all that an outcome says, below its title.
 */
void
mdg_sheet_add_outcome (MdgSheet *sheet,
                       const MdgNode *outcome,
                       const MdgSheetSources *sources,
                       MdgOutcomePart part)
{
  const struct
  {
    const char *label;
    const MdgGuideText *text;
  } fields[] = {
    { C_ ("outcome", "Charge"), &outcome->charge },
    { C_ ("outcome", "Claim"), &outcome->claim },
    { C_ ("outcome", "Note Down"), &outcome->note },
    { C_ ("outcome", "Next Time"), &outcome->next_time },
    { C_ ("outcome", "Official Form"), &outcome->form },
  };
  g_autofree char *basis = mdg_sheet_sources_format_basis (sources, &outcome->basis);

  mdg_sheet_add_field (sheet, C_ ("outcome", "Do First"), mdg_guide_text_get (&outcome->help));
  if (part == MDG_OUTCOME_PART_FULL)
    mdg_sheet_add_callout (sheet, MDG_SHEET_MARK_SPEECH, C_ ("outcome", "Say to the Patient"),
                           mdg_guide_text_get (&outcome->say));
  else
    mdg_sheet_add_field (sheet, C_ ("outcome", "Say"), mdg_guide_text_get (&outcome->say));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    mdg_sheet_add_field (sheet, fields[i].label, mdg_guide_text_get (fields[i].text));
  mdg_sheet_add_doubt (sheet, &outcome->basis.doubt);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, basis);
}

/**
 * mdg_sheet_add_contacts:
 * @sheet: a sheet
 * @wanted: a bit (1 << #MdgContactKind) for each that helps
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Lists the facility's contacts. What was not entered yet leaves room to write it by hand.
 */
void
mdg_sheet_add_contacts (MdgSheet *sheet, guint wanted, GPtrArray *contacts)
{
  static const double widths[] = { 1.3, 1.5, 1.3, 1.9 };
  const char *const headings[] = { C_ ("sheet", "Whom"), C_ ("sheet", "Name"),
                                   C_ ("sheet", "Telephone"), C_ ("sheet", "Note") };

  if (wanted == 0)
    return;

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_heading (sheet, _ ("Our Contacts"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      const MdgContact *contact = contacts != NULL ? g_ptr_array_index (contacts, i) : NULL;
      const char *const cells[] = {
        mdg_contact_kind_get_label (i),
        contact != NULL ? contact->name : NULL,
        contact != NULL ? contact->phone : NULL,
        contact != NULL ? contact->note : NULL,
      };

      if ((wanted & (1u << i)) != 0)
        mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
  mdg_sheet_end_keep (sheet);
}
