/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-checklists-scenes.h"

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "core/mdg-run.h"
#include "desk/checklists/mdg-checklist-shelf.h"
#include "mdg-scene.h"

/* The run before the one that is looked at, that one, and others under way. */
enum
{
  RUN_BEFORE = 1,
  RUN_SHOWN,
  RUN_FINISHED,
};

static const struct
{
  gint64 run_id;
  const char *item_id;
  MdgItemState state;
  const char *who;
  const char *reason;
  const char *note;
} touches[] = {
  { RUN_BEFORE, "network", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_BEFORE, "terminal", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_BEFORE, "reader", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_BEFORE, "mode", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_SHOWN, "network", MDG_ITEM_DONE, "田中", "", "" },
  { RUN_SHOWN, "terminal", MDG_ITEM_DONE, "田中", "", "ランプが黄色。再起動で緑になった" },
  { RUN_SHOWN, "reader", MDG_ITEM_NOT_APPLICABLE, "KT", "修理に出している", "" },
  { RUN_SHOWN, "portal", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_FINISHED, "status", MDG_ITEM_DONE, "KT", "", "" },
  { RUN_FINISHED, "limited", MDG_ITEM_NOT_APPLICABLE, "KT", "義務化の対象", "" },
  { RUN_FINISHED + 1, "paths", MDG_ITEM_DONE, "KT", "", "" },
};

static gpointer
fill_work (MdgDatabase *database, gpointer data, GError **error)
{
  static const char *const checklists[] = { "morning", "morning", "outside-duty", "readiness" };
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  g_autoptr (MdgChecklistShelf) shelf = mdg_checklist_shelf_new (pack);
  MdgDay day = mdg_clock_get_today (mdg_clock_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (checklists); i++)
    {
      g_autofree char *version = NULL;
      g_autofree char *snapshot = mdg_checklist_shelf_take (shelf, checklists[i], day, &version);
      g_autoptr (MdgRun) run =
        mdg_database_start_run (database, checklists[i], version, snapshot, "KT", error);

      if (run == NULL)
        return NULL;
      for (guint j = 0; j < G_N_ELEMENTS (touches); j++)
        {
          g_autoptr (MdgRunItem) item =
            mdg_run_item_new (touches[j].item_id, touches[j].state, touches[j].who,
                              touches[j].reason, touches[j].note);

          if (touches[j].run_id == run->id &&
              !mdg_database_touch_item (database, run->id, item, error))
            return NULL;
        }
    }

  return GINT_TO_POINTER (
    mdg_database_finish_run (database, RUN_BEFORE, "KT", error) &&
    mdg_database_finish_run (database, RUN_SHOWN, "KT", error) &&
    mdg_database_reopen_run (database, RUN_SHOWN, "田中", "リーダーが戻ってきた", error) &&
    mdg_database_finish_run (database, RUN_FINISHED, "KT", error));
}

/* Enters runs into an empty store. */
void
mdg_checklists_scenes_fill (MdgStore *store)
{
  mdg_scene_fill (store, fill_work);
}

static void
open_run (GtkWidget *page, gint64 run_id)
{
  GtkWidget *overview = mdg_scene_find_shown (page, "MdgRunsOverview");

  if (overview != NULL)
    g_signal_emit_by_name (overview, "open", run_id);
}

static void
unfold_history (GtkWidget *page)
{
  GtkWidget *history = mdg_scene_find_shown (page, "MdgRunHistory");
  GtkWidget *row = history != NULL ? mdg_scene_find_shown (history, "AdwButtonRow") : NULL;

  if (row != NULL)
    g_signal_emit_by_name (row, "activated");
}

/* Shows the last of what @page scrolls. */
static void
scroll_to_end (GtkWidget *page)
{
  for (guint i = 0; i < 20; i++)
    mdg_scene_scroll (page);
}

/* Of the first item, why it does not apply. */
static void
ask_reason (GtkWidget *page)
{
  GtkWidget *row = mdg_scene_find_shown (page, "MdgRunItemRow");

  if (row != NULL)
    gtk_widget_activate_action (row, "run-item.not-applicable", NULL);
}

/* Goes on to scene @index and returns its name, NULL after the last. */
const char *
mdg_checklists_scenes_show (GtkWidget *page, guint index)
{
  switch (index)
    {
    case 0:
      mdg_scene_scroll (page);
      return "checklists-2";
    case 1:
      open_run (page, RUN_SHOWN);
      return "checklists-run";
    case 2:
      ask_reason (page);
      return "checklists-reason";
    case 3:
      scroll_to_end (page);
      return "checklists-run-end";
    case 4:
      unfold_history (page);
      return "checklists-history";
    case 5:
      scroll_to_end (page);
      return "checklists-history-end";
    case 6:
      gtk_widget_activate_action (page, "page.back", NULL);
      open_run (page, RUN_FINISHED);
      return "checklists-finished";
    case 7:
      gtk_widget_activate_action (page, "page.back", NULL);
      g_signal_emit_by_name (mdg_scene_find_shown (page, "MdgRunsOverview"), "edit-own", "morning");
      return "checklists-own";
    default:
      adw_dialog_force_close (adw_application_window_get_visible_dialog (
        ADW_APPLICATION_WINDOW (gtk_widget_get_root (page))));
      return NULL;
    }
}
