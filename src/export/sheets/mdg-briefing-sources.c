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

static char *
describe (const MdgEdition *edition, const char *pages)
{
  GString *text = g_string_new (edition->title);

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

  return g_string_free_and_steal (text);
}

/* The pages of one edition: those of @used from @first on, up to before @end. */
static char *
list_pages (GPtrArray *used, guint first, guint end)
{
  GString *pages = g_string_new (NULL);
  int before = MDG_PAGE_UNKNOWN;

  for (guint i = first; i < end; i++)
    {
      const MdgObservation *figure = g_ptr_array_index (used, i);

      if (figure->page != before)
        g_string_append_printf (pages, "%s%d", pages->len > 0 ? ", " : "", figure->page);
      before = figure->page;
    }

  return g_string_free_and_steal (pages);
}

/**
 * mdg_briefing_sources_write:
 * @figures: figures of the briefing, of which all are used that it shows
 * @sheet: a sheet
 *
 * Lists the publications that the figures are from, with their pages: those of the ministry each by
 * itself, then those that quote the ministry.
 */
void
mdg_briefing_sources_write (MdgBriefingFigures *figures, MdgSheet *sheet)
{
  g_autoptr (GPtrArray) used = g_hash_table_get_keys_as_ptr_array (figures->used);
  g_autoptr (GString) quoting = g_string_new (NULL);
  guint end;

  g_ptr_array_sort (used, compare_pages);
  mdg_sheet_add_heading (sheet, C_ ("briefing", "Sources"));
  for (guint first = 0; first < used->len; first = end)
    {
      guint index = ((const MdgObservation *) g_ptr_array_index (used, first))->edition;
      const MdgEdition *edition = mdg_figures_get_edition (figures->figures, index);
      g_autofree char *pages = NULL;
      g_autofree char *text = NULL;

      for (end = first + 1; end < used->len; end++)
        if (((const MdgObservation *) g_ptr_array_index (used, end))->edition != index)
          break;
      pages = list_pages (used, first, end);
      text = describe (edition, pages);
      if (edition->trust == MDG_TRUST_MINISTRY)
        mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, text);
      else
        g_string_append_printf (quoting, "%s%s (%s)",
                                quoting->len > 0 ? C_ ("between sources", "; ") : "", text,
                                mdg_trust_get_label (edition->trust));
    }
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, quoting->str);
}
