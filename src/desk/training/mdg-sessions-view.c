/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-sessions-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/training/mdg-session-dialog.h"
#include "desk/training/mdg-session-job.h"
#include "desk/training/mdg-session-record-view.h"

struct _MdgSessionsView
{
  MdgPackPage parent_instance;

  GPtrArray *sessions; /* (nullable) (element-type MdgSession): as the store has them */
  GPtrArray *trainees; /* (nullable) (element-type MdgTrainee): as the store has them */
  GHashTable *doomed;  /* ids of sessions that go unless the user thinks better of it */
  GPtrArray *rows;     /* (element-type GtkWidget) */

  MdgPresenterWindow *presenter; /* (nullable): while a session is presented */

  GtkStack *stack;
  GtkWidget *empty_page;
  AdwPreferencesGroup *group;
  MdgSessionRecordView *record_view;
};

G_DEFINE_FINAL_TYPE (MdgSessionsView, mdg_sessions_view, MDG_TYPE_PACK_PAGE)

static const MdgSession *
find_session (MdgSessionsView *self, gint64 session_id)
{
  for (guint i = 0; self->sessions != NULL && i < self->sessions->len; i++)
    {
      const MdgSession *session = g_ptr_array_index (self->sessions, i);

      if (session->id == session_id && !g_hash_table_contains (self->doomed, &session_id))
        return session;
    }

  return NULL;
}

static const MdgSession *
get_shown (MdgSessionsView *self)
{
  return find_session (self, mdg_session_record_view_get_session_id (self->record_view));
}

static gboolean
is_showing_record (MdgSessionsView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "record") == 0;
}

static void
show_record (MdgSessionsView *self, const MdgSession *session)
{
  mdg_session_record_view_set_session (self->record_view, session);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

static void
row_activated_cb (GtkWidget *row, MdgSessionsView *self)
{
  const MdgSession *session = find_session (self, mdg_desk_get_id (row));

  if (session != NULL)
    show_record (self, session);
}

static char *
describe (const MdgSession *session)
{
  guint n_people = mdg_session_count_attendees (session);
  g_autofree char *people =
    g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n_people), n_people);
  g_autofree char *scenarios =
    g_strdup_printf (g_dngettext (NULL, "%u scenario", "%u scenarios", session->scenarios->len),
                     session->scenarios->len);

  return *session->trainer != '\0'
           ? g_strdup_printf ("%s · %s · %s", session->trainer, people, scenarios)
           : g_strdup_printf ("%s · %s", people, scenarios);
}

static const char *
get_state_label (const MdgSession *session)
{
  if (session->finished_at != 0)
    return C_ ("session", "Finished");

  return session->started_at != 0 ? C_ ("session", "Under Way") : C_ ("session", "Planned");
}

static void
add_row (MdgSessionsView *self, const MdgSession *session)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = gtk_label_new (get_state_label (session));
  g_autofree char *day = mdg_format_day (session->day);
  g_autofree char *title =
    *session->title != '\0' ? g_strdup_printf ("%s · %s", day, session->title) : g_strdup (day);
  g_autofree char *subtitle = describe (session);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  mdg_desk_set_id (row, session->id);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Whoever comes back from a session goes on from there; a list made anew keeps its focus. */
static void
focus_row (MdgSessionsView *self, gint64 session_id, int index)
{
  for (guint i = 0; session_id != 0 && i < self->rows->len; i++)
    if (mdg_desk_get_id (g_ptr_array_index (self->rows, i)) == session_id)
      index = (int) i;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mdg_desk_focus_near (self->rows, index);
}

static void
show_list (MdgSessionsView *self)
{
  int focused = mdg_desk_find_focused (self->rows);
  gint64 left_id =
    is_showing_record (self) ? mdg_session_record_view_get_session_id (self->record_view) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; self->sessions != NULL && i < self->sessions->len; i++)
    {
      const MdgSession *session = g_ptr_array_index (self->sessions, i);

      if (!g_hash_table_contains (self->doomed, &session->id))
        add_row (self, session);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
  gtk_widget_set_visible (self->empty_page, self->sessions != NULL && self->rows->len == 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
  focus_row (self, left_id, focused);
}

static void
refresh (MdgSessionsView *self)
{
  const MdgSession *session;

  /* The widgets are gone if the view was closed while the store worked. */
  if (self->stack == NULL)
    return;

  session = is_showing_record (self) ? get_shown (self) : NULL;
  if (session != NULL)
    show_record (self, session);
  else
    show_list (self);
}

/* Takes over what the store has after a job; says what went wrong. */
static gint64
take_result (MdgSessionsView *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSessionJobResult) done =
    mdg_session_job_run_finish (MDG_STORE (source), result, &error);

  if (done == NULL)
    {
      if (self->stack != NULL)
        mdg_desk_tell (GTK_WIDGET (self), error->message);
      return -1;
    }

  /* Nothing is shown any more if the view was closed while the store worked. */
  if (self->stack == NULL)
    return -1;

  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_steal_pointer (&done->sessions);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  self->trainees = g_steal_pointer (&done->trainees);

  return done->session_id;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgSessionsView) self = data;

  take_result (self, source, result);
  refresh (self);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgSessionsView) self = data;
  gint64 session_id = take_result (self, source, result);
  const MdgSession *session = session_id > 0 ? find_session (self, session_id) : NULL;

  if (session != NULL)
    show_record (self, session);
}

static void
run_job (MdgSessionsView *self, MdgSessionJob *job, GAsyncReadyCallback callback)
{
  mdg_session_job_run_async (job, mdg_pack_page_get_store (MDG_PACK_PAGE (self)), callback,
                             g_object_ref (self));
}

static void
run_for_shown (MdgSessionsView *self, MdgSessionJobKind kind)
{
  run_job (self,
           mdg_session_job_new (kind, mdg_session_record_view_get_session_id (self->record_view)),
           job_done_cb);
}

static void
load (MdgSessionsView *self)
{
  if (mdg_store_get_state (mdg_pack_page_get_store (MDG_PACK_PAGE (self))) != MDG_STORE_CLOSED)
    run_job (self, mdg_session_job_new (MDG_SESSION_JOB_LIST, 0), job_done_cb);
}

/* Planning and correcting. */

static void
plan_saved_cb (MdgSessionsView *self, const MdgSession *session)
{
  MdgSessionJob *job = mdg_session_job_new (MDG_SESSION_JOB_ADD, 0);

  job->session = mdg_session_copy (session);
  run_job (self, job, added_cb);
}

static void
edit_saved_cb (MdgSessionsView *self, const MdgSession *session)
{
  MdgSessionJob *job = mdg_session_job_new (MDG_SESSION_JOB_EDIT, session->id);

  job->session = mdg_session_copy (session);
  run_job (self, job, job_done_cb);
}

static void
plan_cb (MdgSessionsView *self)
{
  MdgSessionDialog *dialog = mdg_session_dialog_new (
    mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
    mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))), self->trainees);

  g_signal_connect_object (dialog, "save", G_CALLBACK (plan_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
edit_cb (MdgSessionsView *self)
{
  const MdgSession *session = get_shown (self);
  MdgSessionDialog *dialog;

  if (session == NULL)
    return;
  dialog = mdg_session_dialog_new_edit (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), session,
                                        self->trainees);
  g_signal_connect_object (dialog, "save", G_CALLBACK (edit_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Presenting. */

static void
left_cb (MdgSessionsView *self)
{
  g_clear_weak_pointer (&self->presenter);
  /* Behind all that the presenter has asked of the store. */
  load (self);
}

static void
present (MdgSessionsView *self, const MdgSession *session)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application =
    GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (self->presenter != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->presenter));
      return;
    }

  g_set_weak_pointer (&self->presenter, mdg_presenter_window_new (
                                          mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                          mdg_pack_page_get_store (MDG_PACK_PAGE (self)), session));
  g_signal_connect_object (self->presenter, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  mdg_presenter_window_start (self->presenter, application);
}

static void
present_cb (MdgSessionsView *self)
{
  const MdgSession *session = get_shown (self);
  g_autoptr (MdgSession) copy = NULL;

  if (session == NULL)
    return;

  /* What is shown again begins at its beginning. */
  copy = mdg_session_copy (session);
  if (copy->finished_at != 0)
    copy->scenario = copy->frame = 0;
  present (self, copy);
}

static void
finish_cb (MdgSessionsView *self)
{
  run_for_shown (self, MDG_SESSION_JOB_FINISH);
}

/* Deleting. */

static void
undo_delete_cb (AdwToast *toast, MdgSessionsView *self)
{
  gint64 session_id = mdg_desk_get_id (toast);

  g_hash_table_remove (self->doomed, &session_id);
  refresh (self);
}

/* Only now is it too late to think better of it. */
static void
delete_dismissed_cb (AdwToast *toast, MdgSessionsView *self)
{
  gint64 session_id = mdg_desk_get_id (toast);

  if (g_hash_table_contains (self->doomed, &session_id))
    run_job (self, mdg_session_job_new (MDG_SESSION_JOB_DELETE, session_id), job_done_cb);
}

static void
delete_cb (MdgSessionsView *self)
{
  gint64 session_id = mdg_session_record_view_get_session_id (self->record_view);
  AdwToast *toast = adw_toast_new (_ ("The session was deleted"));

  g_hash_table_add (self->doomed, g_memdup2 (&session_id, sizeof session_id));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  mdg_desk_set_id (toast, session_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_delete_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (delete_dismissed_cb), self, 0);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
  show_list (self);
}

/* Trainees come, go and get other names beside the view, and their names on the lists with them. */
static void
mdg_sessions_view_map (GtkWidget *widget)
{
  MdgSessionsView *self = MDG_SESSIONS_VIEW (widget);

  GTK_WIDGET_CLASS (mdg_sessions_view_parent_class)->map (widget);

  if (self->sessions != NULL)
    load (self);
}

static void
mdg_sessions_view_constructed (GObject *object)
{
  MdgSessionsView *self = MDG_SESSIONS_VIEW (object);

  G_OBJECT_CLASS (mdg_sessions_view_parent_class)->constructed (object);

  show_list (self);
  g_signal_connect_object (mdg_pack_page_get_store (MDG_PACK_PAGE (self)), "notify::state",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/* Whoever closes the view while it can still be taken back has not taken it back. */
static void
delete_doomed (MdgSessionsView *self)
{
  GHashTableIter iter;
  gpointer session_id;

  if (self->doomed == NULL)
    return;

  g_hash_table_iter_init (&iter, self->doomed);
  while (g_hash_table_iter_next (&iter, &session_id, NULL))
    mdg_session_job_run_async (mdg_session_job_new (MDG_SESSION_JOB_DELETE, *(gint64 *) session_id),
                               mdg_pack_page_get_store (MDG_PACK_PAGE (self)), NULL, NULL);
}

static void
mdg_sessions_view_dispose (GObject *object)
{
  MdgSessionsView *self = MDG_SESSIONS_VIEW (object);

  delete_doomed (self);
  g_clear_weak_pointer (&self->presenter);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->doomed, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_SESSIONS_VIEW);

  G_OBJECT_CLASS (mdg_sessions_view_parent_class)->dispose (object);
}

static void
mdg_sessions_view_class_init (MdgSessionsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mdg_sessions_view_constructed;
  object_class->dispose = mdg_sessions_view_dispose;
  widget_class->map = mdg_sessions_view_map;

  g_type_ensure (MDG_TYPE_SESSION_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-sessions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSessionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionsView, group);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionsView, record_view);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
}

static void
mdg_sessions_view_init (MdgSessionsView *self)
{
  self->doomed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_sessions_view_new:
 * @pack: a guide pack
 * @store: where the sessions are kept
 *
 * Returns: (transfer floating): a view of all sessions
 */
MdgSessionsView *
mdg_sessions_view_new (MdgGuidePack *pack, MdgStore *store)
{
  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  return g_object_new (MDG_TYPE_SESSIONS_VIEW, "pack", pack, "store", store, NULL);
}

/**
 * mdg_sessions_view_get_presenter:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the window in which a session is presented
 */
MdgPresenterWindow *
mdg_sessions_view_get_presenter (MdgSessionsView *self)
{
  g_return_val_if_fail (MDG_IS_SESSIONS_VIEW (self), NULL);

  return self->presenter;
}
