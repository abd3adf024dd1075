/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/mdg-cli-documents.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-checklist-sheet.h"
#include "export/sheets/mdg-contacts-sheet.h"
#include "export/sheets/mdg-drills-sheet.h"
#include "export/sheets/mdg-first-look-sheet.h"
#include "export/sheets/mdg-outage-sheet.h"
#include "export/sheets/mdg-situation-sheet.h"

static MdgSheet *
create_first_look (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  return mdg_first_look_sheet_new (pack, day);
}

static MdgSheet *
create_checklists (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  return mdg_checklist_sheet_new_all (pack, day);
}

static MdgSheet *
create_drills (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  return mdg_drills_sheet_new (pack, day, NULL);
}

static const MdgCliDocument documents[MDG_N_CLI_DOCUMENTS] = {
  { "export-cards", N_ ("Write the desk cards of all situations as PDF"),
    mdg_situation_sheet_new_all },
  { "export-first-look", N_ ("Write the most frequent cases on two pages as PDF"),
    create_first_look },
  { "export-checklists", N_ ("Write the blank checklists as PDF"), create_checklists },
  { "export-drills", N_ ("Write the training sheets with their answers as PDF"), create_drills },
  { "export-outage-sheet", N_ ("Write a blank sheet to note patients down in an outage as PDF"),
    mdg_outage_sheet_new },
  { "export-contacts", N_ ("Write the facility’s contacts as PDF"), mdg_contacts_sheet_new },
};

/**
 * mdg_cli_document_get:
 * @index: which document, below %MDG_N_CLI_DOCUMENTS
 *
 * Returns: the document
 */
const MdgCliDocument *
mdg_cli_document_get (guint index)
{
  g_return_val_if_fail (index < MDG_N_CLI_DOCUMENTS, NULL);

  return &documents[index];
}

/**
 * mdg_cli_document_write:
 * @self: a document
 * @day: the day whose rules are followed
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 * @paper: the paper
 * @path: (type filename): where to write
 * @error: return location for an error
 *
 * Writes @self as PDF from the built-in guide pack. A day before the pack has anything to say is refused.
 *
 * Returns: whether the file was written
 */
gboolean
mdg_cli_document_write (const MdgCliDocument *self,
                        MdgDay day,
                        GPtrArray *contacts,
                        MdgPaper paper,
                        const char *path,
                        GError **error)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (error);
  g_autoptr (MdgSheet) sheet = NULL;

  if (pack == NULL)
    return FALSE;
  if (day < mdg_guide_pack_get_covers_from (pack))
    {
      g_autofree char *first = mdg_day_to_string (mdg_guide_pack_get_covers_from (pack));

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The guide has no rules for this day: it begins on %s. Choose a later day "
                      "with --as-of."),
                   first);
      return FALSE;
    }
  sheet = self->create (pack, day, contacts);

  return mdg_export_sheet_to_path (sheet, paper, path, NULL, error);
}
