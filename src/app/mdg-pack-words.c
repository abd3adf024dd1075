/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-pack-words.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* How guide packs are spoken of. */

/**
 * mdg_pack_words_tell_edition:
 * @pack: a guide pack
 *
 * Returns: (transfer full): its id, version, date and publisher on one line
 */
char *
mdg_pack_words_tell_edition (MdgGuidePack *pack)
{
  g_autofree char *date = mdg_format_day (mdg_guide_pack_get_date (pack));

  /* Translators: id, version, date and publisher of a guide pack. */
  return g_strdup_printf (C_ ("guide pack", "%s %s · %s · %s"), mdg_guide_pack_get_id (pack),
                          mdg_guide_pack_get_version (pack), date,
                          mdg_guide_text_get (mdg_guide_pack_get_publisher (pack)));
}

static void
append_count (GString *text, guint n, char *count)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", count);
  g_free (count);
}

/**
 * mdg_pack_words_tell_contents:
 * @pack: a guide pack
 *
 * Returns: (transfer full): how many situations, checklists and drills it has; what it has none of
 *   is not spoken of
 */
char *
mdg_pack_words_tell_contents (MdgGuidePack *pack)
{
  GString *text = g_string_new (NULL);
  guint n_situations = mdg_guide_pack_get_situations (pack)->len;
  guint n_checklists = mdg_guide_pack_get_checklists (pack)->len;
  guint n_drills = mdg_guide_pack_get_drills (pack)->len;

  append_count (text, n_situations,
                g_strdup_printf (g_dngettext (NULL, "%u situation", "%u situations", n_situations),
                                 n_situations));
  append_count (text, n_checklists,
                g_strdup_printf (g_dngettext (NULL, "%u checklist", "%u checklists", n_checklists),
                                 n_checklists));
  append_count (text, n_drills,
                g_strdup_printf (g_dngettext (NULL, "%u drill", "%u drills", n_drills), n_drills));

  return g_string_free_and_steal (text);
}
