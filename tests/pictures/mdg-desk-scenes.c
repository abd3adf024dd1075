/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-desk-scenes.h"

#include <adwaita.h>

#include "core/mdg-desk-log.h"
#include "desk/flow/mdg-large-window.h"
#include "mdg-scene.h"

/* Two months at a desk. */
static const struct
{
  int month;
  const char *situation;
  const char *outcome;
  guint n;
} cases[] = {
  { 10, "black-dot", "out-dot-name", 34 },
  { 10, "invalid", "out-past", 12 },
  { 11, "black-dot", "out-dot-name", 41 },
  { 11, "black-dot", "out-dot-address", 6 },
  { 11, "invalid", "out-past", 15 },
  { 11, "invalid", "out-declaration", 4 },
  { 11, "reader-fault", "out-reader-call", 9 },
  { 11, "pin", "out-face", 23 },
  { 11, "nothing", "out-nothing-full", 2 },
};

static gpointer
fill_work (MdgDatabase *database, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < cases[i].n; j++)
      {
        g_autoptr (GDateTime) date = g_date_time_new_local (2025, cases[i].month, 10, 9, i, j);
        g_autoptr (MdgDeskLogEntry) entry =
          mdg_desk_log_entry_new (g_date_time_to_unix_usec (date), "madoguchi", "1.0",
                                  cases[i].situation, cases[i].outcome);

        if (!mdg_database_log_desk (database, entry, error))
          return NULL;
      }

  return GINT_TO_POINTER (TRUE);
}

/* Notes made-up cases in the desk log of an empty store. */
void
mdg_desk_scenes_fill (MdgStore *store)
{
  mdg_scene_fill (store, fill_work);
}

static void
choose (GtkWidget *page, int digit)
{
  gtk_widget_activate_action (page, "page.choose", "i", digit);
}

static GtkWindow *
show_large (GtkWidget *page)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (page));
  GtkWindow *window =
    mdg_large_window_new (parent, "マイナンバーカードと資格情報のお知らせを、一緒に見せてください。"
                                  "いつもの負担割合で受け付けます。");

  gtk_window_unfullscreen (window);
  gtk_window_present (window);

  return window;
}

/* Goes on to scene @index and returns its name, NULL after the last. @window is set where another
 * window than the page's is to be looked at. */
const char *
mdg_desk_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  AdwApplicationWindow *root = ADW_APPLICATION_WINDOW (gtk_widget_get_root (page));
  AdwDialog *dialog = adw_application_window_get_visible_dialog (root);

  switch (index)
    {
    case 0:
      choose (page, 3);
      choose (page, 1);
      return "desk-question";
    case 1:
      choose (page, 2);
      return "desk-outcome";
    case 2:
      mdg_scene_scroll (page);
      return "desk-outcome-2";
    case 3:
      mdg_scene_scroll (page);
      return "desk-outcome-3";
    case 4:
      *window = show_large (page);
      return "desk-large";
    case 5:
      gtk_window_destroy (*window);
      *window = NULL;
      gtk_widget_activate_action (page, "page.contacts", NULL);
      return "desk-contacts";
    case 6:
      adw_dialog_force_close (dialog);
      gtk_widget_activate_action (page, "page.log", NULL);
      return "desk-log";
    case 7:
      mdg_scene_scroll (GTK_WIDGET (dialog));
      return "desk-log-2";
    default:
      adw_dialog_force_close (dialog);
      return NULL;
    }
}
