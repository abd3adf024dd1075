/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-outcome-part.h"

#include <glib/gi18n.h>

#include "core/mdg-run.h"
#include "guide/mdg-guide-words.h"

/* How many of an outcome's texts are for the patient in front of the desk. */
#define N_SPOKEN 2

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
  g_autofree char *basis = mdg_sheet_sources_format_basis (sources, &outcome->basis);
  /* What comes first is done or said before the rest is read. */
  const char *const labels[] = {
    C_ ("outcome", "Do First"),      C_ ("outcome", "Say"),
    C_ ("outcome", "Charge"),        C_ ("outcome", "Claim"),
    C_ ("outcome", "Note Down"),     C_ ("outcome", "Next Time"),
    C_ ("outcome", "Official Form"), mdg_tone_get_label (outcome->tone),
  };
  const char *const texts[] = {
    mdg_guide_text_get (&outcome->help),   mdg_guide_text_get (&outcome->say),
    mdg_guide_text_get (&outcome->charge), mdg_guide_text_get (&outcome->claim),
    mdg_guide_text_get (&outcome->note),   mdg_guide_text_get (&outcome->next_time),
    mdg_guide_text_get (&outcome->form),   basis,
  };
  /* Translators: what an outcome means at the desk, and when it holds and its sources. */
  g_autofree char *line =
    g_strdup_printf (C_ ("sheet", "%s · %s"), mdg_tone_get_label (outcome->tone), basis);

  if (part == MDG_OUTCOME_PART_COMPACT)
    {
      mdg_sheet_add_runs (sheet, N_SPOKEN, labels, texts);
      mdg_sheet_add_runs (sheet, G_N_ELEMENTS (labels) - N_SPOKEN, labels + N_SPOKEN,
                          texts + N_SPOKEN);
    }
  else
    {
      mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, line);
      mdg_sheet_add_field (sheet, labels[0], texts[0]);
      mdg_sheet_add_callout (sheet, MDG_SHEET_MARK_SPEECH, C_ ("outcome", "Say to the Patient"),
                             texts[1]);
      for (guint i = N_SPOKEN; i < G_N_ELEMENTS (labels) - 1; i++)
        mdg_sheet_add_field (sheet, labels[i], texts[i]);
    }
  mdg_sheet_add_doubt (sheet, &outcome->basis.doubt);
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
