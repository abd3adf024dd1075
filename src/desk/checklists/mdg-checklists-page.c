/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-checklists-page.h"

#include <glib/gi18n.h>

#include "desk/checklists/mdg-checklist-shelf.h"
#include "desk/checklists/mdg-own-items-dialog.h"
#include "desk/checklists/mdg-own-share.h"
#include "desk/checklists/mdg-run-book.h"
#include "desk/checklists/mdg-run-view.h"
#include "desk/checklists/mdg-runs-overview.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-save-file.h"
#include "export/sheets/mdg-checklist-sheet.h"

struct _MdgChecklistsPage
{
  MdgPackPage parent_instance;

  MdgChecklistShelf *shelf;
  MdgRunBook *book;
  char *wanted;        /* (nullable): a checklist asked for before the runs were known */
  guint n_pending;     /* touches that the store has not answered */
  gboolean has_failed; /* whether it refused one of those that were asked for together */

  GtkStack *stack;
  MdgRunsOverview *overview;
  MdgRunView *run_view;
};

G_DEFINE_FINAL_TYPE (MdgChecklistsPage, mdg_checklists_page, MDG_TYPE_PACK_PAGE)

static void show_overview (MdgChecklistsPage *self);
static void run_job (MdgChecklistsPage *self, MdgRunJob *job, GAsyncReadyCallback callback);

static gboolean
is_showing_run (MdgChecklistsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "run") == 0;
}

static void
show_run (MdgChecklistsPage *self, gint64 run_id)
{
  const MdgRun *run = mdg_run_book_find (self->book, run_id);
  GPtrArray *events = mdg_run_book_get_events (self->book);

  if (run == NULL || mdg_checklist_shelf_find_for_run (self->shelf, run, NULL) == NULL)
    {
      show_overview (self);
      return;
    }

  if (mdg_run_view_get_run_id (self->run_view) != run_id)
    mdg_run_view_set_who (self->run_view, mdg_run_book_get_who (self->book));
  mdg_run_view_set_run (self->run_view, self->shelf, run,
                        mdg_run_book_find_previous (self->book, run));
  if (events != NULL)
    mdg_run_view_set_events (self->run_view, events);
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
      if (self->stack != NULL)
        mdg_desk_tell (GTK_WIDGET (self), error->message);
      return -1;
    }

  /* Nothing is shown any more if the page was closed while the store worked. */
  if (self->shelf == NULL)
    return done->run_id;

  mdg_run_book_take (self->book, done);
  if (done->own != NULL)
    mdg_checklist_shelf_set_own (self->shelf, done->own);

  return done->run_id;
}

static void
refresh (MdgChecklistsPage *self)
{
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
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
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
  self->has_failed = self->has_failed || !is_saved;
  if (self->stack == NULL)
    return;

  /* What was touched since would jump back to what is stored now. */
  if (self->n_pending > 0)
    return;
  refresh (self);
  mdg_run_view_set_saved (self->run_view, !self->has_failed);
  self->has_failed = FALSE;
}

static void
run_job (MdgChecklistsPage *self, MdgRunJob *job, GAsyncReadyCallback callback)
{
  mdg_run_job_run_async (job, mdg_pack_page_get_store (MDG_PACK_PAGE (self)), callback,
                         g_object_ref (self));
}

/* A job on the run that is shown, by whoever works on it. */
static MdgRunJob *
new_job (MdgChecklistsPage *self, MdgRunJobKind kind)
{
  MdgRunJob *job = mdg_run_job_new (kind, mdg_run_view_get_run_id (self->run_view));

  job->who = mdg_run_view_dup_who (self->run_view);

  return job;
}

static void
start_run (MdgChecklistsPage *self, const char *checklist_id)
{
  g_autofree char *version = NULL;
  g_autofree char *snapshot = mdg_checklist_shelf_take (
    self->shelf, checklist_id, mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))),
    &version);
  MdgRunJob *job;

  if (snapshot == NULL)
    return;

  job = mdg_run_job_new (MDG_RUN_JOB_START, 0);
  job->checklist_id = g_strdup (checklist_id);
  job->version = g_steal_pointer (&version);
  job->snapshot = g_steal_pointer (&snapshot);
  job->who = g_strdup (mdg_run_book_get_who (self->book));
  run_job (self, job, shown_cb);
}

static void
open_run (MdgChecklistsPage *self, gint64 run_id)
{
  /* At once what is known, and with its history when the store has found it. */
  mdg_run_book_forget_events (self->book);
  show_run (self, run_id);
  run_job (self, mdg_run_job_new (MDG_RUN_JOB_LIST, run_id), job_done_cb);
}

static void
item_touched_cb (MdgChecklistsPage *self, const MdgRunItem *item)
{
  MdgRunJob *job = new_job (self, MDG_RUN_JOB_TOUCH);

  job->item = mdg_run_item_copy (item);
  mdg_run_book_set_who (self->book, item->who);
  self->n_pending++;
  mdg_run_view_set_saving (self->run_view);
  run_job (self, job, touched_cb);
}

static void
reopen_clicked_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  MdgRunJob *job = mdg_run_job_new (MDG_RUN_JOB_REOPEN, mdg_desk_get_id (toast));

  job->who = g_strdup (mdg_run_book_get_who (self->book));
  job->reason = g_strdup (_ ("Finished by mistake"));
  run_job (self, job, job_done_cb);
}

static char *
describe_finished (MdgChecklistsPage *self, gint64 run_id)
{
  const MdgRun *run = mdg_run_book_find (self->book, run_id);
  const MdgChecklist *checklist =
    run != NULL ? mdg_checklist_shelf_find_for_run (self->shelf, run, NULL) : NULL;
  guint n_open =
    checklist != NULL ? checklist->items->len - mdg_run_view_count_handled (checklist, run) : 0;

  if (n_open == 0)
    return g_strdup (_ ("The run is finished"));

  return g_strdup_printf (
    g_dngettext (NULL, "Finished; %u is still open", "Finished; %u are still open", n_open),
    n_open);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgChecklistsPage) self = data;
  gint64 run_id = take_result (self, source, result);
  g_autofree char *title = NULL;
  AdwToast *toast;

  refresh (self);
  if (run_id <= 0 || self->stack == NULL)
    return;

  title = describe_finished (self, run_id);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  mdg_desk_set_id (toast, run_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (reopen_clicked_cb), self, 0);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
}

static void
finish_cb (MdgChecklistsPage *self)
{
  run_job (self, new_job (self, MDG_RUN_JOB_FINISH), finished_cb);
}

static void
reopen_cb (MdgChecklistsPage *self, const char *reason)
{
  MdgRunJob *job = new_job (self, MDG_RUN_JOB_REOPEN);

  job->reason = g_strdup (reason);
  run_job (self, job, job_done_cb);
}

static void
undo_delete_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  mdg_run_book_set_doomed (self->book, mdg_desk_get_id (toast), FALSE);
  refresh (self);
}

/* Only now is it too late to think better of it. */
static void
delete_dismissed_cb (AdwToast *toast, MdgChecklistsPage *self)
{
  gint64 run_id = mdg_desk_get_id (toast);

  if (mdg_run_book_is_doomed (self->book, run_id))
    run_job (self, mdg_run_job_new (MDG_RUN_JOB_DELETE, run_id), job_done_cb);
}

static void
delete_cb (MdgChecklistsPage *self, gint64 run_id)
{
  AdwToast *toast = adw_toast_new (_ ("The run was deleted"));

  mdg_run_book_set_doomed (self->book, run_id, TRUE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  mdg_desk_set_id (toast, run_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_delete_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (delete_dismissed_cb), self, 0);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
  show_overview (self);
}

static void
own_changed_cb (MdgChecklistsPage *self, GPtrArray *own)
{
  if (self->stack == NULL)
    return;

  mdg_checklist_shelf_set_own (self->shelf, own);
  refresh (self);
}

static void
edit_own_cb (MdgChecklistsPage *self, const char *checklist_id)
{
  gboolean is_new = *checklist_id == '\0';
  const MdgChecklist *checklist =
    mdg_guide_pack_find_checklist (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), checklist_id);
  AdwDialog *dialog = mdg_own_items_dialog_present (
    GTK_WIDGET (self), mdg_pack_page_get_store (MDG_PACK_PAGE (self)),
    mdg_checklist_shelf_get_own (self->shelf), is_new ? NULL : checklist_id,
    checklist != NULL ? mdg_guide_text_get (&checklist->title) : "");

  g_signal_connect_object (dialog, "changed", G_CALLBACK (own_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
share_cb (MdgChecklistsPage *self)
{
  mdg_own_share (GTK_WIDGET (self), mdg_pack_page_get_store (MDG_PACK_PAGE (self)),
                 mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                 mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))));
}

static void
export_run_cb (MdgChecklistsPage *self)
{
  mdg_save_file_text (
    GTK_WIDGET (self), _ ("Checklist run.csv"),
    mdg_run_book_write_csv (self->book, self->shelf, mdg_run_view_get_run_id (self->run_view)));
}

static void
export_finished_cb (MdgChecklistsPage *self)
{
  mdg_save_file_text (GTK_WIDGET (self), _ ("Checklist runs.csv"),
                      mdg_run_book_write_csv (self->book, self->shelf, 0));
}

static MdgSheet *
create_run_sheet_cb (MdgChecklistsPage *self)
{
  return mdg_run_book_create_sheet (self->book, self->shelf,
                                    mdg_run_view_get_run_id (self->run_view));
}

static MdgSheet *
create_blank_cb (MdgChecklistsPage *self, const char *checklist_id)
{
  MdgDay today = mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self)));
  const MdgChecklist *checklist = mdg_checklist_shelf_find (self->shelf, checklist_id, today);

  return checklist != NULL ? mdg_checklist_sheet_new (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                                      checklist, today)
                           : NULL;
}

/* Whoever comes back from a run goes on from there. */
static void
show_overview (MdgChecklistsPage *self)
{
  gboolean was_at_run = is_showing_run (self);

  mdg_runs_overview_show (self->overview, self->shelf,
                          mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))),
                          mdg_run_book_get_runs (self->book), mdg_run_book_get_doomed (self->book));
  gtk_stack_set_visible_child_name (self->stack, "overview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", FALSE);
  if (was_at_run && gtk_widget_get_mapped (GTK_WIDGET (self)))
    mdg_runs_overview_focus_run (self->overview, mdg_run_view_get_run_id (self->run_view));
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
  if (wanted != NULL && mdg_run_book_get_runs (self->book) != NULL && self->stack != NULL)
    mdg_checklists_page_show_checklist (self, wanted);
}

static void
load (MdgChecklistsPage *self)
{
  if (mdg_store_get_state (mdg_pack_page_get_store (MDG_PACK_PAGE (self))) != MDG_STORE_CLOSED)
    run_job (self, mdg_run_job_new (MDG_RUN_JOB_LIST, 0), loaded_cb);
}

static void
mdg_checklists_page_constructed (GObject *object)
{
  MdgChecklistsPage *self = MDG_CHECKLISTS_PAGE (object);

  G_OBJECT_CLASS (mdg_checklists_page_parent_class)->constructed (object);

  self->shelf = mdg_checklist_shelf_new (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)));
  show_overview (self);
  g_signal_connect_object (mdg_pack_page_get_store (MDG_PACK_PAGE (self)), "notify::state",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/* Whoever closes the page while it can still be taken back has not taken it back. */
static void
delete_doomed (MdgChecklistsPage *self)
{
  GHashTableIter iter;
  gpointer run_id;

  if (self->book == NULL)
    return;

  g_hash_table_iter_init (&iter, mdg_run_book_get_doomed (self->book));
  while (g_hash_table_iter_next (&iter, &run_id, NULL))
    mdg_run_job_run_async (mdg_run_job_new (MDG_RUN_JOB_DELETE, *(gint64 *) run_id),
                           mdg_pack_page_get_store (MDG_PACK_PAGE (self)), NULL, NULL);
}

static void
mdg_checklists_page_dispose (GObject *object)
{
  MdgChecklistsPage *self = MDG_CHECKLISTS_PAGE (object);

  delete_doomed (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_CHECKLISTS_PAGE);
  g_clear_pointer (&self->shelf, mdg_checklist_shelf_free);
  g_clear_pointer (&self->book, mdg_run_book_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (mdg_checklists_page_parent_class)->dispose (object);
}

static void
mdg_checklists_page_class_init (MdgChecklistsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mdg_checklists_page_constructed;
  object_class->dispose = mdg_checklists_page_dispose;

  g_type_ensure (MDG_TYPE_RUN_VIEW);
  g_type_ensure (MDG_TYPE_RUNS_OVERVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-checklists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, overview);
  gtk_widget_class_bind_template_child (widget_class, MdgChecklistsPage, run_view);
  gtk_widget_class_bind_template_callback (widget_class, start_run);
  gtk_widget_class_bind_template_callback (widget_class, open_run);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_own_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_run_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_run_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_blank_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);

  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}

static void
mdg_checklists_page_init (MdgChecklistsPage *self)
{
  self->book = mdg_run_book_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
  const MdgRun *run;

  g_return_if_fail (MDG_IS_CHECKLISTS_PAGE (self));
  g_return_if_fail (checklist_id != NULL);

  if (mdg_guide_pack_find_checklist (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), checklist_id) ==
      NULL)
    return;

  if (mdg_run_book_get_runs (self->book) == NULL)
    {
      g_set_str (&self->wanted, checklist_id);
      return;
    }

  run = mdg_run_book_find_open (self->book, checklist_id);
  if (run != NULL)
    open_run (self, run->id);
  else
    start_run (self, checklist_id);
}
