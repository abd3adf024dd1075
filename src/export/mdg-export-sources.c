/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-sources.h"

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
describe_edition (const MdgEdition *edition, const char *pages)
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
  if (edition->trust != MDG_TRUST_MINISTRY)
    g_string_append_printf (text, " (%s)", mdg_trust_get_label (edition->trust));

  return g_string_free_and_steal (text);
}

/**
 * mdg_export_sources_list:
 * @figures: the figures
 * @used: (element-type MdgObservation): those of them that are shown, in any order
 *
 * Lists the publications that figures are from, each with its publisher, its day and the pages.
 *
 * Returns: (transfer full) (element-type utf8): a line for each
 */
GPtrArray *
mdg_export_sources_list (MdgFigures *figures, GPtrArray *used)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (used, NULL, NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (sorted, compare_pages);
  for (guint i = 0; i < sorted->len; i++)
    {
      const MdgObservation *figure = g_ptr_array_index (sorted, i);
      const MdgObservation *before = i > 0 ? g_ptr_array_index (sorted, i - 1) : NULL;
      const MdgObservation *after = i + 1 < sorted->len ? g_ptr_array_index (sorted, i + 1) : NULL;

      if (before != NULL && before->edition != figure->edition)
        {
          g_string_truncate (pages, 0);
          before = NULL;
        }
      if (figure->page != MDG_PAGE_UNKNOWN && (before == NULL || before->page != figure->page))
        g_string_append_printf (pages, "%s%d", pages->len > 0 ? ", " : "", figure->page);
      if (after == NULL || after->edition != figure->edition)
        g_ptr_array_add (
          lines, describe_edition (mdg_figures_get_edition (figures, figure->edition), pages->str));
    }

  return lines;
}

static void
add_once (GPtrArray *lines, const char *text)
{
  if (!g_ptr_array_find_with_equal_func (lines, text, g_str_equal, NULL))
    g_ptr_array_add (lines, g_strdup (text));
}

/**
 * mdg_export_sources_list_doubts:
 * @used: (element-type MdgObservation): figures that are shown
 *
 * Lists what is to be known of figures that no publication prints as they are, or that something
 * was read into.
 *
 * Returns: (transfer full) (element-type utf8): a line for each quality and doubt that occurs
 */
GPtrArray *
mdg_export_sources_list_doubts (GPtrArray *used)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < used->len; i++)
    {
      const MdgObservation *figure = g_ptr_array_index (used, i);

      if (figure->quality < MDG_QUALITY_PRINTED)
        {
          g_autofree char *line =
            g_strdup_printf (C_ ("quality note", "%s: %s"), mdg_quality_get_label (figure->quality),
                             mdg_quality_get_description (figure->quality));

          add_once (lines, line);
        }
      if (figure->doubt != MDG_DOUBT_NONE)
        add_once (lines, mdg_doubt_get_description (figure->doubt));
    }

  return lines;
}
