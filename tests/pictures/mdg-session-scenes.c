/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-session-scenes.h"

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "core/mdg-session.h"
#include "desk/training/mdg-sessions-view.h"
#include "guide/mdg-presentation.h"
#include "guide/mdg-session-plan.h"
#include "mdg-scene.h"

#define N_SCENARIOS 4
#define N_ATTENDEES 5

static MdgSession *
plan (const MdgGuidePack *pack, MdgDay day, const char *title)
{
  static const char *const drills[N_SCENARIOS] = { "dot-in-name", "invalid-changed-job",
                                                   "dot-in-address", "invalid-aged-72" };
  MdgSession *session = mdg_session_new ();

  session->day = day;
  g_set_str (&session->title, title);
  g_set_str (&session->trainer, "佐藤");
  g_set_str (&session->attendees, "田中\nKT\n鈴木\n山本\n高橋");
  for (guint i = 0; i < N_SCENARIOS; i++)
    mdg_session_plan_add (session, pack, mdg_drill_find (pack, drills[i]));

  return session;
}

/* The group votes, mostly for what is right. */
static void
vote (MdgPresentation *presentation)
{
  guint n_wrong = 0;

  for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
    if (mdg_presentation_is_right (presentation, i))
      mdg_presentation_vote (presentation, i, N_ATTENDEES - 2);
    else if (n_wrong++ < 2)
      mdg_presentation_vote (presentation, i, 1);
}

/* Plays a session to its end, without a window. */
static gboolean
hold (MdgDatabase *database, MdgGuidePack *pack, gint64 session_id, const MdgSession *session)
{
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);

  do
    {
      g_autoptr (MdgSessionStep) step = NULL;

      if (mdg_presentation_get_frame_kind (presentation) == MDG_FRAME_QUESTION)
        vote (presentation);
      if (mdg_presentation_get_frame_kind (presentation) != MDG_FRAME_ANSWER)
        continue;
      step = mdg_presentation_dup_step (presentation, mdg_presentation_get_scenario (presentation),
                                        mdg_presentation_get_step (presentation));
      if (step != NULL && !mdg_database_write_session_step (database, session_id, step, NULL))
        return FALSE;
    }
  while (mdg_presentation_forward (presentation));

  return mdg_database_move_session (database, session_id, N_SCENARIOS - 1, 0, NULL) &&
         mdg_database_finish_session (database, session_id, TRUE, NULL);
}

static gpointer
fill_work (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  MdgDay day = mdg_clock_get_today (mdg_clock_get_default ());
  g_autoptr (MdgSession) held = plan (pack, day - 14, "新人研修");
  g_autoptr (MdgSession) planned = plan (pack, day, "朝の勉強会");
  gint64 session_id = mdg_database_add_session (database, held, error);

  if (session_id <= 0 || !hold (database, pack, session_id, held))
    return NULL;

  return GINT_TO_POINTER (mdg_database_add_session (database, planned, error) > 0);
}

/* Enters a session that was held, and one that is planned. */
void
mdg_session_scenes_fill (MdgStore *store)
{
  mdg_scene_fill (store, fill_work);
}

static void
open_session (GtkWidget *page, const char *title)
{
  for (GtkWidget *row = mdg_scene_find_shown (page, "AdwActionRow"); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_has_suffix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
emit (GtkWidget *page, const char *signal)
{
  GtkWidget *view = mdg_scene_find_shown (page, "MdgSessionRecordView");

  if (view != NULL)
    g_signal_emit_by_name (view, signal);
}

/* The window is as large as the application's. */
static GtkWindow *
present (GtkWidget *page)
{
  GtkWidget *view = mdg_scene_find_shown (page, "MdgSessionsView");
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (page));
  GtkWindow *window;

  emit (page, "present");
  window = GTK_WINDOW (mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (view)));
  gtk_window_set_default_size (window, gtk_widget_get_width (root), gtk_widget_get_height (root));

  return window;
}

static MdgPresentation *
get_presentation (GtkWindow *window)
{
  return mdg_presenter_window_get_presentation (MDG_PRESENTER_WINDOW (window));
}

static void
go_to (GtkWindow *window, MdgFrameKind kind)
{
  while (mdg_presentation_get_frame_kind (get_presentation (window)) != kind &&
         mdg_presentation_forward (get_presentation (window)))
    ;
}

static void
leave (GtkWindow **window)
{
  gtk_window_close (*window);
  *window = NULL;
}

/* Goes on to scene @index and returns its name, NULL after the last. @window is set where another
 * window than the page's is to be looked at. */
const char *
mdg_session_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  AdwApplicationWindow *root = ADW_APPLICATION_WINDOW (gtk_widget_get_root (page));

  switch (index)
    {
    case 0:
      gtk_widget_activate_action (page, "page.back", NULL);
      mdg_scene_activate_row (page, "sessions");
      return "sessions";
    case 1:
      open_session (page, "新人研修");
      return "sessions-record";
    case 2:
      mdg_scene_scroll (page);
      return "sessions-record-2";
    case 3:
      emit (page, "back");
      open_session (page, "朝の勉強会");
      return "sessions-planned";
    case 4:
      emit (page, "edit");
      return "sessions-edit";
    case 5:
      adw_dialog_force_close (adw_application_window_get_visible_dialog (root));
      *window = present (page);
      return "presenter-details";
    case 6:
      go_to (*window, MDG_FRAME_QUESTION);
      vote (get_presentation (*window));
      return "presenter-question";
    case 7:
      go_to (*window, MDG_FRAME_ANSWER);
      return "presenter-answer";
    case 8:
      go_to (*window, MDG_FRAME_OUTCOME);
      return "presenter-outcome";
    case 9:
      go_to (*window, MDG_FRAME_WHY);
      return "presenter-why";
    case 10:
      go_to (*window, MDG_FRAME_END);
      return "presenter-end";
    default:
      if (*window != NULL)
        leave (window);
      return NULL;
    }
}
