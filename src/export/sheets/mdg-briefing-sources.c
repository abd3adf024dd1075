/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-sources.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

static int
compare_pages (const void *a, const void *b)
{
  const MdgObservation *left = *(const MdgObservation *const *) a;
  const MdgObservation *right = *(const MdgObservation *const *) b;

  if (left->edition != right->edition)
    return left->edition < right->edition ? -1 : 1;
  return left->page - right->page;
}

static void
write_edition (MdgFigures *figures, guint index, const char *pages, MdgSheet *sheet)
{
  const MdgEdition *edition = mdg_figures_get_edition (figures, index);
  g_autoptr (GString) text = g_string_new (edition->title);

  g_string_append_printf (text, " — %s", edition->publisher);
  if (edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (edition->published);

      g_string_append_printf (text, ", %s", day);
    }
  if (*pages != '\0')
    {
      g_string_append (text, ", ");
      /* Translators: numbers of pages of a source, such as "13, 14". */
      g_string_append_printf (text, C_ ("briefing", "p. %s"), pages);
    }
  if (edition->trust != MDG_TRUST_MINISTRY)
    g_string_append_printf (text, " (%s)", mdg_trust_get_label (edition->trust));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, text->str);
}

/**
 * mdg_briefing_sources_write:
 * @figures: figures of the briefing, of which all are used that it shows
 * @sheet: a sheet
 *
 * Lists the publications that the figures are from, each with its pages.
 */
void
mdg_briefing_sources_write (MdgBriefingFigures *figures, MdgSheet *sheet)
{
  g_autoptr (GPtrArray) used = g_hash_table_get_keys_as_ptr_array (figures->used);
  g_autoptr (GString) pages = g_string_new (NULL);

  g_ptr_array_sort (used, compare_pages);
  mdg_sheet_add_heading (sheet, C_ ("briefing", "Sources"));
  for (guint i = 0; i < used->len; i++)
    {
      const MdgObservation *figure = g_ptr_array_index (used, i);
      const MdgObservation *before = i > 0 ? g_ptr_array_index (used, i - 1) : NULL;

      if (before != NULL && before->edition != figure->edition)
        {
          write_edition (figures->figures, before->edition, pages->str, sheet);
          g_string_truncate (pages, 0);
          before = NULL;
        }
      if (figure->page != MDG_PAGE_UNKNOWN && (before == NULL || before->page != figure->page))
        g_string_append_printf (pages, "%s%d", pages->len > 0 ? ", " : "", figure->page);
      if (i == used->len - 1)
        write_edition (figures->figures, figure->edition, pages->str, sheet);
    }
}
