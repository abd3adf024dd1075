/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-guide-words.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* How guide packs are spoken of. */

/**
 * mdg_guide_words_tell_edition:
 * @pack: a guide pack
 *
 * Returns: (transfer full): its id, version, date and publisher on one line
 */
char *
mdg_guide_words_tell_edition (MdgGuidePack *pack)
{
  g_autofree char *date = mdg_format_day (mdg_guide_pack_get_date (pack));

  /* Translators: id, version, date and publisher of a guide pack. */
  return g_strdup_printf (C_ ("guide pack", "%s %s · %s · %s"), mdg_guide_pack_get_id (pack),
                          mdg_guide_pack_get_version (pack), date,
                          mdg_guide_text_get (mdg_guide_pack_get_publisher (pack)));
}

static void
append_count (GString *text, char *count)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", count);
  g_free (count);
}

/**
 * mdg_guide_words_tell_contents:
 * @pack: a guide pack
 *
 * Returns: (transfer full): how many situations, checklists and drills it has
 */
char *
mdg_guide_words_tell_contents (MdgGuidePack *pack)
{
  GString *text = g_string_new (NULL);
  guint n = mdg_guide_pack_get_situations (pack)->len;

  append_count (text, g_strdup_printf (g_dngettext (NULL, "%u situation", "%u situations", n), n));
  n = mdg_guide_pack_get_checklists (pack)->len;
  append_count (text, g_strdup_printf (g_dngettext (NULL, "%u checklist", "%u checklists", n), n));
  n = mdg_guide_pack_get_drills (pack)->len;
  append_count (text, g_strdup_printf (g_dngettext (NULL, "%u drill", "%u drills", n), n));

  return g_string_free_and_steal (text);
}
