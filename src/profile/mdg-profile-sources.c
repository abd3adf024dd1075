/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "profile/mdg-profile-private.h"

#include <glib/gi18n.h>

#include "core/mdg-citation.h"

/* A figure computed from several stands on the counts and rates of the types, which are here too. */
static GPtrArray *
collect_figures (MdgProfile *self)
{
  GPtrArray *figures = g_ptr_array_new ();
  g_autoptr (GPtrArray) sentences = mdg_profile_get_sentences (self);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint j = 0; j < sentence->figures->len; j++)
        g_ptr_array_add (
          figures, (gpointer) g_array_index (sentence->figures, MdgProfileFigure, j).observation);
    }
  for (guint type = 0; type < MDG_PROFILE_N_TYPES; type++)
    {
      const MdgProfileRow *row = &self->rows[type];

      g_ptr_array_add (figures, (gpointer) row->rate);
      g_ptr_array_add (figures, (gpointer) row->nation);
      g_ptr_array_add (figures, (gpointer) row->mnc_count);
      g_ptr_array_add (figures, (gpointer) row->verification_count);
    }
  while (g_ptr_array_remove_fast (figures, NULL))
    ;

  return figures;
}

static void
append_edition (GString *text, const MdgEdition *edition, const char *pages)
{
  if (text->len > 0)
    g_string_append (text, C_ ("between sources", "; "));
  if (*pages == '\0')
    g_string_append (text, edition->title);
  else
    /* Translators: a publication, and the numbers of pages of it, such as "13, 14". */
    g_string_append_printf (text, C_ ("profile", "%s, p. %s"), edition->title, pages);
}

/**
 * mdg_profile_dup_sources:
 * @self: a profile
 *
 * Names the publications, and the pages of each, that the summary stands on.
 *
 * Returns: (transfer full) (nullable): a line without an end, or %NULL if no figure is known
 */
char *
mdg_profile_dup_sources (MdgProfile *self)
{
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GPtrArray) citations = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  figures = collect_figures (self);
  citations = mdg_citation_list (figures);
  for (guint i = 0; i < citations->len; i++)
    {
      const MdgCitation *citation = g_ptr_array_index (citations, i);

      append_edition (text, mdg_figures_get_edition (self->figures, citation->edition),
                      citation->pages);
    }

  /* Translators: %s are publications. */
  return text->len > 0 ? g_strdup_printf (_ ("Source: %s"), text->str) : NULL;
}
