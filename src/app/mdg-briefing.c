/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-briefing.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/mdg-desk-util.h"
#include "desk/mdg-print.h"
#include "export/mdg-export-briefing.h"

/* A sheet only says what stands on it, which takes about a millisecond; its map and charts are drawn
 * later, for a file by a thread. */
static MdgSheet *
create_sheet (GtkWidget *parent, MdgProfile *profile)
{
  g_auto (MdgBriefing) briefing = { 0 };
  g_autoptr (GError) error = NULL;
  MdgSheet *sheet = NULL;

  if (mdg_export_briefing_init (&briefing, mdg_profile_get_figures (profile),
                                mdg_profile_get_month (profile), mdg_profile_get_area (profile),
                                &error))
    {
      /* Compared is what is on screen, and nothing else. */
      briefing.n_neighbours = mdg_profile_get_n_neighbours (profile);
      for (guint i = 0; i < briefing.n_neighbours; i++)
        briefing.neighbours[i] = mdg_profile_get_neighbour (profile, i);
      sheet = mdg_export_briefing_create_sheet (&briefing, &error);
    }
  if (sheet == NULL)
    mdg_desk_tell (parent, error->message);

  return sheet;
}

/**
 * mdg_briefing_is_possible:
 * @profile: (nullable): the profile that is shown
 * @reason: (out) (optional): why not, for people; static
 *
 * Returns: whether there is a briefing on what @profile is about
 */
gboolean
mdg_briefing_is_possible (MdgProfile *profile, const char **reason)
{
  const char *why = NULL;

  if (profile == NULL)
    why = _ ("Choose a prefecture first");
  else if (mdg_profile_get_row (profile, MDG_FACILITY_ALL)->rate == NULL)
    why = _ ("The usage rate of this month is not known");
  if (reason != NULL)
    *reason = why;

  return why == NULL;
}

/**
 * mdg_briefing_print:
 * @parent: the widget on whose behalf
 * @profile: what the briefing is about; there must be one on it
 *
 * Shows the print dialog for the briefing.
 */
void
mdg_briefing_print (GtkWidget *parent, MdgProfile *profile)
{
  g_autoptr (MdgSheet) sheet = create_sheet (parent, profile);

  if (sheet != NULL)
    mdg_print_sheet (parent, sheet);
}

/**
 * mdg_briefing_save_pdf:
 * @parent: the widget on whose behalf
 * @profile: what the briefing is about; there must be one on it
 *
 * Asks where to save the briefing as PDF, and saves it there.
 */
void
mdg_briefing_save_pdf (GtkWidget *parent, MdgProfile *profile)
{
  g_autoptr (MdgSheet) sheet = create_sheet (parent, profile);
  g_autofree char *name = mdg_export_briefing_get_file_name (mdg_profile_get_month (profile),
                                                             mdg_profile_get_area (profile));

  /* The name is the command line's; printing adds the paper and the ending to it. */
  *strrchr (name, '.') = '\0';
  if (sheet != NULL)
    mdg_print_save_pdf (parent, sheet, MDG_PAPER_A4, name);
}

/**
 * mdg_briefing_save_pdf_to:
 * @parent: the widget on whose behalf
 * @profile: what the briefing is about; there must be one on it
 * @file: where to save
 *
 * Saves the briefing as PDF without asking where.
 */
void
mdg_briefing_save_pdf_to (GtkWidget *parent, MdgProfile *profile, GFile *file)
{
  g_autoptr (MdgSheet) sheet = create_sheet (parent, profile);

  if (sheet != NULL)
    mdg_print_save_pdf_to (parent, sheet, MDG_PAPER_A4, file);
}

/**
 * mdg_briefing_copy:
 * @parent: the widget on whose behalf
 * @profile: what the briefing is about
 *
 * Puts the summary, and its sources on a line of their own, on the clipboard.
 */
void
mdg_briefing_copy (GtkWidget *parent, MdgProfile *profile)
{
  g_autofree char *summary = mdg_profile_dup_summary (profile);
  g_autofree char *sources = mdg_profile_dup_sources (profile);
  g_autofree char *text =
    sources != NULL ? g_strconcat (summary, "\n", sources, NULL) : g_strdup (summary);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (parent), text);
  mdg_desk_tell (parent, _ ("Summary copied"));
}
