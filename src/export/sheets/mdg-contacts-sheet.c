/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-contacts-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-run.h"
#include "export/sheets/mdg-outcome-part.h"

/* For which situations each contact is named in the guide. */
static void
add_uses (MdgSheet *sheet, const MdgGuidePack *pack, MdgDay day)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      g_autoptr (GString) titles = g_string_new (NULL);

      for (guint j = 0; j < situations->len; j++)
        {
          const MdgSituation *situation = g_ptr_array_index (situations, j);

          if ((situation->contacts & (1u << i)) != 0)
            g_string_append_printf (titles, "%s%s", titles->len > 0 ? "\n" : "",
                                    mdg_guide_text_get (&situation->title));
        }
      if (titles->len == 0)
        continue;
      if (!has_heading)
        mdg_sheet_add_heading (sheet, C_ ("sheet", "Whom to Call When"));
      has_heading = TRUE;
      mdg_sheet_add_field (sheet, mdg_contact_kind_get_label (i), titles->str);
    }
}

/**
 * mdg_contacts_sheet_new:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Makes a sheet of the facility's contacts, to hang up: what was entered, room for what was not, and in
 * which cases the guide names them.
 *
 * Returns: (transfer full): the sheet
 */
MdgSheet *
mdg_contacts_sheet_new (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  MdgSheet *sheet = mdg_sheet_new (_ ("Our Contacts"));
  g_autofree char *edition = mdg_sheet_format_edition (pack);
  g_autofree char *as_of = mdg_format_day (day);
  /* Translators: a day. */
  g_autofree char *validity = g_strdup_printf (C_ ("sheet", "As of %s"), as_of);

  mdg_sheet_set_furniture (sheet, edition, validity,
                           C_ ("sheet", "Source: entered by this facility"));
  mdg_sheet_add_title (sheet, validity, C_ ("sheet", "Whom to Call"));
  mdg_sheet_add_contacts (sheet, (1u << MDG_N_CONTACTS) - 1, contacts);
  add_uses (sheet, pack, day);

  return sheet;
}
