/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-sources.h"

#include <glib/gi18n.h>

#include "core/mdg-citation.h"
#include "core/mdg-format.h"

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

static void
add_lines (GPtrArray *lines, MdgFigures *figures, GPtrArray *citations, gboolean of_ministry)
{
  for (guint i = 0; i < citations->len; i++)
    {
      const MdgCitation *citation = g_ptr_array_index (citations, i);
      const MdgEdition *edition = mdg_figures_get_edition (figures, citation->edition);

      if ((edition->trust == MDG_TRUST_MINISTRY) == of_ministry)
        g_ptr_array_add (lines, describe_edition (edition, citation->pages));
    }
}

/**
 * mdg_export_sources_list:
 * @figures: the figures
 * @used: (element-type MdgObservation): those of them that are shown, in any order
 * @n_of_ministry: (out) (optional): how many of the lines, which are the first, are of the ministry
 *
 * Lists the publications that figures are from, each with its publisher, its day and the pages:
 * those of the ministry, then those that quote it.
 *
 * Returns: (transfer full) (element-type utf8): a line for each
 */
GPtrArray *
mdg_export_sources_list (MdgFigures *figures, GPtrArray *used, guint *n_of_ministry)
{
  g_autoptr (GPtrArray) citations = mdg_citation_list (used);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_lines (lines, figures, citations, TRUE);
  if (n_of_ministry != NULL)
    *n_of_ministry = lines->len;
  add_lines (lines, figures, citations, FALSE);

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
