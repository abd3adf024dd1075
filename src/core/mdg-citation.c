/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-citation.h"

static int
compare_places (const void *a, const void *b)
{
  const MdgObservation *left = *(const MdgObservation *const *) a;
  const MdgObservation *right = *(const MdgObservation *const *) b;

  if (left->edition != right->edition)
    return left->edition < right->edition ? -1 : 1;

  return left->page - right->page;
}

static void
citation_free (gpointer data)
{
  MdgCitation *self = data;

  g_free (self->pages);
  g_free (self);
}

/**
 * mdg_citation_list:
 * @observations: (element-type MdgObservation): figures of one #MdgFigures, in any order
 *
 * Lists the publications that figures are from.
 *
 * Returns: (transfer full) (element-type MdgCitation): one for each, in the order of the editions
 */
GPtrArray *
mdg_citation_list (GPtrArray *observations)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (observations, NULL, NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  GPtrArray *citations = g_ptr_array_new_with_free_func (citation_free);

  g_ptr_array_sort (sorted, compare_places);
  for (guint i = 0; i < sorted->len; i++)
    {
      const MdgObservation *figure = g_ptr_array_index (sorted, i);
      const MdgObservation *next = i + 1 < sorted->len ? g_ptr_array_index (sorted, i + 1) : NULL;
      gboolean is_last = next == NULL || next->edition != figure->edition;
      MdgCitation *citation;

      if (figure->page != MDG_PAGE_UNKNOWN && (is_last || next->page != figure->page))
        g_string_append_printf (pages, "%s%d", pages->len > 0 ? ", " : "", figure->page);
      if (!is_last)
        continue;

      citation = g_new (MdgCitation, 1);
      *citation = (MdgCitation) { figure->edition, g_strdup (pages->str) };
      g_ptr_array_add (citations, citation);
      g_string_truncate (pages, 0);
    }

  return citations;
}
