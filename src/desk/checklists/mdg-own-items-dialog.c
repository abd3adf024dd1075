/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-own-items-dialog.h"

#include <glib/gi18n.h>

#include "desk/checklists/mdg-own-item-row.h"
#include "desk/checklists/mdg-own-job.h"
#include "desk/mdg-desk-util.h"

struct _MdgOwnItemsDialog
{
  AdwDialog parent_instance;

  MdgStore *store;
  GWeakRef parent;
  char *list_id;   /* NULL until a new checklist has a title */
  char *title;     /* as the store has it; empty while there is none */
  GPtrArray *rows; /* (element-type MdgOwnItemRow) */

  AdwWindowTitle *window_title;
  AdwPreferencesGroup *title_group;
  AdwEntryRow *title_row;
  AdwPreferencesGroup *items_group;
  AdwPreferencesGroup *add_group;
  AdwEntryRow *add_row;
  AdwPreferencesGroup *remove_group;
  AdwToastOverlay *overlay;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgOwnItemsDialog, mdg_own_items_dialog, ADW_TYPE_DIALOG)

static void show_items (MdgOwnItemsDialog *self, const MdgOwnList *list);

static gboolean
is_own_list (MdgOwnItemsDialog *self)
{
  return self->list_id == NULL || mdg_own_id_is_own (self->list_id);
}

static void
show_list (MdgOwnItemsDialog *self, GPtrArray *lists)
{
  const MdgOwnList *list = mdg_own_lists_find (lists, self->list_id);

  if (list != NULL && list->title != NULL)
    {
      g_set_str (&self->title, list->title);
      if ((gtk_widget_get_state_flags (GTK_WIDGET (self->title_row)) &
           GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
        mdg_desk_set_entry (self->title_row, self->title);
    }
  adw_window_title_set_subtitle (self->window_title, self->title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_group), is_own_list (self));
  gtk_widget_set_visible (GTK_WIDGET (self->add_group), self->list_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group),
                          self->list_id != NULL && is_own_list (self));
  show_items (self, list);
}

/* The widgets are gone if the dialog was closed while the store worked; the page below it is not. */
static void
tell (MdgOwnItemsDialog *self, const char *text)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);

  if (self->overlay != NULL)
    mdg_desk_tell (GTK_WIDGET (self->add_group), text);
  else if (parent != NULL)
    mdg_desk_tell (parent, text);
}

/* Shows what the store has after a job. */
static MdgOwnJobResult *
take_result (MdgOwnItemsDialog *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  MdgOwnJobResult *done = mdg_own_job_run_finish (MDG_STORE (source), result, &error);

  if (done == NULL)
    {
      tell (self, error->message);
      return NULL;
    }

  if (done->list_id != NULL)
    g_set_str (&self->list_id, done->list_id);
  if (self->overlay != NULL)
    show_list (self, done->lists);
  g_signal_emit (self, signals[CHANGED], 0, done->lists);

  return done;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgOwnItemsDialog) self = data;
  g_autoptr (MdgOwnJobResult) done = take_result (self, source, result);
}

static void
run_job (MdgOwnItemsDialog *self, MdgOwnJob *job, GAsyncReadyCallback callback)
{
  mdg_own_job_run_async (job, self->store, callback, g_object_ref (self));
}

static void
list_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgOwnItemsDialog) self = data;
  g_autoptr (MdgOwnJobResult) done = take_result (self, source, result);

  if (done != NULL && self->overlay != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
title_applied_cb (MdgOwnItemsDialog *self)
{
  g_autofree char *title =
    mdg_own_clean_text (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));

  if (*title == '\0' || g_strcmp0 (title, self->title) == 0)
    return;

  /* Twice would be two checklists: the title counts as stored from here on. */
  g_set_str (&self->title, title);
  if (self->list_id == NULL)
    run_job (self, mdg_own_job_new (MDG_OWN_JOB_ADD_LIST, NULL, 0, title), list_added_cb);
  else
    run_job (self, mdg_own_job_new (MDG_OWN_JOB_RENAME_LIST, self->list_id, 0, title), job_done_cb);
}

static void
add_applied_cb (MdgOwnItemsDialog *self)
{
  g_autofree char *text = mdg_own_clean_text (gtk_editable_get_text (GTK_EDITABLE (self->add_row)));

  if (*text == '\0' || self->list_id == NULL)
    return;

  mdg_desk_set_entry (self->add_row, "");
  run_job (self, mdg_own_job_new (MDG_OWN_JOB_ADD_ITEM, self->list_id, 0, text), job_done_cb);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

/* Whoever types an item and closes the dialog has meant it. */
static void
add_left_cb (MdgOwnItemsDialog *self)
{
  g_autofree char *text = mdg_own_clean_text (gtk_editable_get_text (GTK_EDITABLE (self->add_row)));

  if (*text == '\0' || self->list_id == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  run_job (self, mdg_own_job_new (MDG_OWN_JOB_ADD_ITEM, self->list_id, 0, text), job_done_cb);
}

static void
closed_cb (MdgOwnItemsDialog *self)
{
  title_applied_cb (self);
  add_left_cb (self);
}

static void
row_changed_cb (MdgOwnItemsDialog *self, const char *text, MdgOwnItemRow *row)
{
  run_job (
    self, mdg_own_job_new (MDG_OWN_JOB_CHANGE_ITEM, NULL, mdg_own_item_row_get_item_id (row), text),
    job_done_cb);
}

static void
row_move_cb (MdgOwnItemsDialog *self, int by, MdgOwnItemRow *row)
{
  MdgOwnJob *job =
    mdg_own_job_new (MDG_OWN_JOB_MOVE_ITEM, NULL, mdg_own_item_row_get_item_id (row), NULL);

  job->by = by;
  run_job (self, job, job_done_cb);
}

static void
undo_remove_cb (AdwToast *toast, MdgOwnItemsDialog *self)
{
  run_job (self, mdg_own_job_new (MDG_OWN_JOB_RESTORE_ITEM, NULL, mdg_desk_get_id (toast), NULL),
           job_done_cb);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgOwnItemsDialog) self = data;
  g_autoptr (MdgOwnJobResult) done = take_result (self, source, result);
  AdwToast *toast;

  if (done == NULL || self->overlay == NULL)
    return;

  toast = adw_toast_new (_ ("The item was removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  mdg_desk_set_id (toast, done->item_id);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_remove_cb), self, 0);
  adw_toast_overlay_add_toast (self->overlay, toast);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
row_remove_cb (MdgOwnItemsDialog *self, MdgOwnItemRow *row)
{
  run_job (
    self, mdg_own_job_new (MDG_OWN_JOB_REMOVE_ITEM, NULL, mdg_own_item_row_get_item_id (row), NULL),
    removed_cb);
}

static void
unref_with_toast (gpointer self, GClosure *closure)
{
  g_object_unref (self);
}

static void
restore_list_cb (AdwToast *toast, MdgOwnItemsDialog *self)
{
  run_job (self, mdg_own_job_new (MDG_OWN_JOB_RESTORE_LIST, self->list_id, 0, NULL), job_done_cb);
}

static void
list_removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgOwnItemsDialog) self = data;
  g_autoptr (MdgOwnJobResult) done = take_result (self, source, result);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);
  AdwToast *toast;

  if (done == NULL)
    return;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (parent == NULL)
    return;

  /* The dialog is kept until nobody can want the checklist back. */
  toast = adw_toast_new (_ ("The checklist was removed; its runs stay"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (restore_list_cb), g_object_ref (self),
                         unref_with_toast, 0);
  mdg_desk_add_toast (parent, toast);
}

static void
remove_list_cb (MdgOwnItemsDialog *self)
{
  run_job (self, mdg_own_job_new (MDG_OWN_JOB_REMOVE_LIST, self->list_id, 0, NULL),
           list_removed_cb);
}

static MdgOwnItemRow *
find_row (GPtrArray *rows, gint64 item_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      MdgOwnItemRow *row = g_ptr_array_index (rows, i);

      if (mdg_own_item_row_get_item_id (row) == item_id)
        return row;
    }

  return NULL;
}

static MdgOwnItemRow *
create_row (MdgOwnItemsDialog *self, gint64 item_id)
{
  GtkWidget *row = mdg_own_item_row_new (item_id);

  g_signal_connect_object (row, "changed-text", G_CALLBACK (row_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);

  return MDG_OWN_ITEM_ROW (row);
}

static GtkWidget *
find_focused_row (MdgOwnItemsDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL ? gtk_widget_get_ancestor (focus, MDG_TYPE_OWN_ITEM_ROW) : NULL;
}

/* Rows go where their items went, with the focus and with what is being typed. */
static void
show_items (MdgOwnItemsDialog *self, const MdgOwnList *list)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->rows);
  GtkWidget *focused = find_focused_row (self);
  guint n_items = list != NULL ? list->items->len : 0;

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->items_group, g_ptr_array_index (before, i));
  for (guint i = 0; i < n_items; i++)
    {
      const MdgOwnItem *item = g_ptr_array_index (list->items, i);
      MdgOwnItemRow *row = find_row (before, item->id);

      if (row == NULL)
        row = create_row (self, item->id);
      mdg_own_item_row_show (row, item, i, n_items);
      g_ptr_array_add (self->rows, g_object_ref_sink (row));
      adw_preferences_group_add (self->items_group, GTK_WIDGET (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->items_group), n_items > 0);
  if (focused != NULL && g_ptr_array_find (self->rows, focused, NULL))
    gtk_widget_grab_focus (focused);
}

static void
mdg_own_items_dialog_dispose (GObject *object)
{
  MdgOwnItemsDialog *self = MDG_OWN_ITEMS_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_OWN_ITEMS_DIALOG);
  g_clear_pointer (&self->list_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mdg_own_items_dialog_parent_class)->dispose (object);
}

static void
mdg_own_items_dialog_finalize (GObject *object)
{
  MdgOwnItemsDialog *self = MDG_OWN_ITEMS_DIALOG (object);

  g_weak_ref_clear (&self->parent);

  G_OBJECT_CLASS (mdg_own_items_dialog_parent_class)->finalize (object);
}

static void
mdg_own_items_dialog_class_init (MdgOwnItemsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_own_items_dialog_dispose;
  object_class->finalize = mdg_own_items_dialog_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-own-items-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, title_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, items_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, add_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, add_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOwnItemsDialog, overlay);
  gtk_widget_class_bind_template_callback (widget_class, title_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
mdg_own_items_dialog_init (MdgOwnItemsDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_own_items_dialog_present:
 * @parent: a widget in a window
 * @store: where it is kept
 * @lists: (element-type MdgOwnList): what the facility has added so far
 * @list_id: (nullable): the checklist to edit, %NULL for a new one of the facility's own
 * @title: the checklist's title, empty for a new one
 *
 * Shows a dialog for what the facility adds to a checklist.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
mdg_own_items_dialog_present (GtkWidget *parent,
                              MdgStore *store,
                              GPtrArray *lists,
                              const char *list_id,
                              const char *title)
{
  MdgOwnItemsDialog *self = g_object_new (MDG_TYPE_OWN_ITEMS_DIALOG, NULL);

  g_weak_ref_set (&self->parent, parent);
  self->store = g_object_ref (store);
  self->list_id = g_strdup (list_id);
  self->title = g_strdup (title);
  show_list (self, lists);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (list_id != NULL ? self->add_row : self->title_row));
  adw_dialog_present (ADW_DIALOG (self), parent);

  return ADW_DIALOG (self);
}
