/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-checklists-page.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "desk/checklists/mdg-run-job.h"
#include "desk/checklists/mdg-run-view.h"
#include "desk/checklists/mdg-runs-overview.h"

struct _MdgChecklistsPage
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  MdgStore *store;
  MdgClock *clock;
  GPtrArray *runs;    /* (nullable) (element-type MdgRun): as the store has them */
  GHashTable *doomed; /* ids of runs that go unless the user thinks better of it */
  char *wanted;       /* (nullable): a checklist asked for before the runs were known */
  guint n_pending;    /* touches that the store has not answered */

  GtkStack *stack;
  MdgRunsOverview *overview;
  MdgRunView *run_view;
};

enum
{
  PROP_0,
  PROP_PACK,
  PROP_STORE,
  PROP_CLOCK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgChecklistsPage, mdg_checklists_page, ADW_TYPE_BIN)

static void show_overview (MdgChecklistsPage *self);
static void run_job (MdgChecklistsPage *self, MdgRunJob *job, GAsyncReadyCallback callback);

static gboolean
is_doomed (MdgChecklistsPage *self, gint64 run_id)
{
  return g_hash_table_contains (self->doomed, &run_id);
}

static const MdgRun *
find_run (MdgChecklistsPage *self, gint64 run_id)
{
  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);

      if (run->id == run_id)
        return run;
    }

  return NULL;
}

static gboolean
is_showing_run (MdgChecklistsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "run") == 0;
}

static void
show_run (MdgChecklistsPage *self, gint64 run_id)
{
  const MdgRun *run = find_run (self, run_id);
  const MdgChecklist *checklist =
    run != NULL ? mdg_guide_pack_find_checklist (self->pack, run->checklist_id) : NULL;

  if (checklist == NULL)
    {
      show_overview (self);
      return;
    }

  mdg_run_view_set_run (self->run_view, self->pack, checklist, run);
  gtk_stack_set_visible_child_name (self->stack, "run");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", TRUE);
}

/* Takes over what the store has after a job; says what went wrong. */
static gint64
take_result (MdgChecklistsPage *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRunJobResult) done = mdg_run_job_run_finish (MDG_STORE (source), result, &error);

  if (done == NULL)
    {
      mdg_desk_tell (GTK_WIDGET (self), error->message);
      return -1;
    }

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  self->runs = g_steal_pointer (&done->runs);

  return done->run_id;
}

static void
refresh (MdgChecklistsPage *self)
{
  /* The widgets are gone if the page was closed while the store worked. */
  if (self->stack == NULL)
    return;

  if (is_showing_run (self))
    show_run (self, mdg_run_view_get_run_id (self->run_view));
  else
    show_overview (self);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;

  take_result (self, source, result);
  refresh (self);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;
  gint64 run_id = take_result (self, source, result);

  if (run_id > 0 && self->stack != NULL)
    show_run (self, run_id);
}

static void
touched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;
  gboolean is_saved = take_result (self, source, result) > 0;

  self->n_pending--;
  if (self->stack == NULL)
    return;

  /* What was touched since would jump back to what is stored now. */
  if (self->n_pending > 0 && is_saved)
    return;
  refresh (self);
  mdg_run_view_set_saved (self->run_view, is_saved);
}

static void
run_job (MdgChecklistsPage *self, MdgRunJob *job, GAsyncReadyCallback callback)
{
  mdg_run_job_run_async (job, self->store, callback, g_object_ref (self));
}

static void
start_run (MdgChecklistsPage *self, const char *checklist_id)
{
  MdgRunJob *job = mdg_run_job_new (MDG_RUN_JOB_START, 0);

  job->checklist_id = g_strdup (checklist_id);
  job->version = g_strdup (mdg_guide_pack_get_version (self->pack));
  run_job (self, job, started_cb);
}

static void
item_touched_cb (MdgChecklistsPage *self,
                 const char *item_id,
                 guint state,
                 const char *who,
                 const char *note)
{
  MdgRunJob *job = mdg_run_job_new (MDG_RUN_JOB_TOUCH, mdg_run_view_get_run_id (self->run_view));

  job->item_id = g_strdup (item_id);
  job->state = state;
  job->who = g_strdup (who);
  job->note = g_strdup (note);
  self->n_pending++;
  mdg_run_view_set_saving (self->run_view, TRUE);
  run_job (self, job, touched_cb);
}

static gint64
get_run_id (gpointer object)
{
  const gint64 *run_id = g_object_get_data (object, "run-id");

  return *run_id;
}

static void
set_run_id (gpointer object, gint64 run_id)
{
  g_object_set_data_full (object, "run-id", g_memdup2 (&run_id, sizeof run_id), g_free);
}

static void
reopen_clicked_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  run_job (self, mdg_run_job_new (MDG_RUN_JOB_REOPEN, get_run_id (toast)), job_done_cb);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;
  gint64 run_id = take_result (self, source, result);
  AdwToast *toast;

  refresh (self);
  if (run_id <= 0 || self->stack == NULL)
    return;

  toast = adw_toast_new (_ ("The run is finished"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  set_run_id (toast, run_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (reopen_clicked_cb), self, 0);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
}

static void
finish_cb (MdgChecklistsPage *self)
{
  run_job (self, mdg_run_job_new (MDG_RUN_JOB_FINISH, mdg_run_view_get_run_id (self->run_view)),
           finished_cb);
}

static void
undo_delete_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  gint64 run_id = get_run_id (toast);

  g_hash_table_remove (self->doomed, &run_id);
  refresh (self);
}

/* Only now is it too late to think better of it. */
static void
delete_dismissed_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  gint64 run_id = get_run_id (toast);

  if (is_doomed (self, run_id))
    run_job (self, mdg_run_job_new (MDG_RUN_JOB_DELETE, run_id), job_done_cb);
}

static void
delete_cb (MdgChecklistsPage *self, gint64 run_id)
{
  AdwToast *toast = adw_toast_new (_ ("The run was deleted"));

  g_hash_table_add (self->doomed, g_memdup2 (&run_id, sizeof run_id));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  set_run_id (toast, run_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_delete_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (delete_dismissed_cb), self, 0);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
  show_overview (self);
}

static void
show_overview (MdgChecklistsPage *self)
{
  mdg_runs_overview_show (self->overview, self->pack, mdg_clock_get_today (self->clock), self->runs,
                          self->doomed);
  gtk_stack_set_visible_child_name (self->stack, "overview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", FALSE);
}

static void
back_cb (MdgChecklistsPage *self)
{
  show_overview (self);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_overview (MDG_CHECKLISTS_PAGE (widget));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;
  g_autofree char *wanted = NULL;

  take_result (self, source, result);
  refresh (self);
  wanted = g_steal_pointer (&self->wanted);
  if (wanted != NULL && self->runs != NULL && self->stack != NULL)
    mdg_checklists_page_show_checklist (self, wanted);
}

static void
load (MdgChecklistsPage *self)
{
  if (mdg_store_get_state (self->store) != MDG_STORE_CLOSED)
    run_job (self, mdg_run_job_new (MDG_RUN_JOB_LIST, 0), loaded_cb);
}

static void
mdg_checklists_page_constructed (GObject *object)
{
  MdgChecklistsPage *self = MDG_CHECKLISTS_PAGE (object);

  G_OBJECT_CLASS (mdg_checklists_page_parent_class)->constructed (object);

  if (self->clock == NULL)
    self->clock = g_object_ref (mdg_clock_get_default ());
  show_overview (self);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  load (self);
}

static void
mdg_checklists_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  MdgChecklistsPage *self = MDG_CHECKLISTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_PACK:
      self->pack = g_value_dup_boxed (value);
      break;
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_checklists_page_dispose (GObject *object)
{
  MdgChecklistsPage *self = MDG_CHECKLISTS_PAGE (object);

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->doomed, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_CHECKLISTS_PAGE);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_checklists_page_parent_class)->dispose (object);
}

static void
mdg_checklists_page_class_init (MdgChecklistsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mdg_checklists_page_constructed;
  object_class->set_property = mdg_checklists_page_set_property;
  object_class->dispose = mdg_checklists_page_dispose;

  /**
   * MdgChecklistsPage:pack:
   *
   * The guide pack whose checklists are shown.
   */
  properties[PROP_PACK] = g_param_spec_boxed ("pack", NULL, NULL, MDG_TYPE_GUIDE_PACK, flags);

  /**
   * MdgChecklistsPage:store:
   *
   * Where the runs are kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MDG_TYPE_STORE, flags);

  /**
   * MdgChecklistsPage:clock:
   *
   * The clock that says which day is today; the default clock if %NULL.
   */
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MDG_TYPE_CLOCK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MDG_TYPE_RUN_VIEW);
  g_type_ensure (MDG_TYPE_RUNS_OVERVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-checklists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, overview);
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, run_view);
  gtk_widget_class_bind_template_callback (widget_class, start_run);
  gtk_widget_class_bind_template_callback (widget_class, show_run);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);

  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}

static void
mdg_checklists_page_init (MdgChecklistsPage *self)
{
  self->doomed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_checklists_page_new:
 * @pack: a guide pack
 * @store: where the runs are kept
 *
 * Returns: (transfer floating): a page with the checklists of today and all runs
 */
MdgChecklistsPage *
mdg_checklists_page_new (MdgGuidePack *pack, MdgStore *store)
{
  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  return g_object_new (MDG_TYPE_CHECKLISTS_PAGE, "pack", pack, "store", store, NULL);
}

/**
 * mdg_checklists_page_show_checklist:
 * @self: a page
 * @checklist_id: the id of a checklist
 *
 * Goes on with the latest open run of a checklist, or begins one if there is none.
 */
void
mdg_checklists_page_show_checklist (MdgChecklistsPage *self, const char *checklist_id)
{
  g_return_if_fail (MDG_IS_CHECKLISTS_PAGE (self));
  g_return_if_fail (checklist_id != NULL);

  if (mdg_guide_pack_find_checklist (self->pack, checklist_id) == NULL)
    return;

  if (self->runs == NULL)
    {
      g_set_str (&self->wanted, checklist_id);
      return;
    }

  for (guint i = 0; i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);

      if (run->finished_at == 0 && g_str_equal (run->checklist_id, checklist_id) &&
          !is_doomed (self, run->id))
        {
          show_run (self, run->id);
          return;
        }
    }

  start_run (self, checklist_id);
}
