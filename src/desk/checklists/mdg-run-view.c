/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/checklists/mdg-run-history.h"
#include "desk/checklists/mdg-run-item-row.h"
#include "desk/checklists/mdg-run-words.h"
#include "desk/checklists/mdg-text-dialog.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-print-button.h"

struct _MdgRunView
{
  AdwBin parent_instance;

  const MdgChecklist *checklist; /* the shelf's */
  gint64 run_id;
  gint64 previous_id;
  GPtrArray *rows; /* (element-type MdgRunItemRow) */
  GPtrArray
    *undo; /* (element-type MdgRunItem): how items were before each touch, the last at the end */

  GtkLabel *title_label;
  GtkLabel *state_label;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *saved_box;
  GtkImage *saved_image;
  GtkLabel *saved_label;
  GtkWidget *undo_button;
  GtkLabel *text_label;
  GtkWidget *comparison_box;
  GtkLabel *comparison_label;
  AdwPreferencesGroup *who_group;
  GtkEditable *who_row;
  AdwPreferencesGroup *items_group;
  GtkWidget *finish_button;
  GtkWidget *reopen_button;
  MdgRunHistory *history;
  GtkScrolledWindow *scrolled_window;
};

enum
{
  ITEM_TOUCHED,
  FINISH,
  REOPEN,
  OPEN_RUN,
  EXPORT,
  CREATE_SHEET,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunView, mdg_run_view, ADW_TYPE_BIN)

static void
show_undo (MdgRunView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.undo", self->undo->len > 0);
  gtk_widget_set_visible (self->undo_button, self->undo->len > 0);
}

static void
forget_undo (MdgRunView *self)
{
  g_ptr_array_set_size (self->undo, 0);
  show_undo (self);
}

/* Whoever is named now has done it. */
static void
send (MdgRunView *self, const MdgRunItem *item)
{
  g_autoptr (MdgRunItem) sent = mdg_run_item_copy (item);

  g_free (sent->who);
  sent->who = mdg_run_view_dup_who (self);
  g_signal_emit (self, signals[ITEM_TOUCHED], 0, sent);
}

static void
row_touched_cb (MdgRunView *self,
                const MdgRunItem *before,
                const MdgRunItem *after,
                MdgRunItemRow *row)
{
  g_ptr_array_add (self->undo, before != NULL ? mdg_run_item_copy (before)
                                              : mdg_run_item_new (after->item_id, MDG_ITEM_OPEN,
                                                                  NULL, NULL, NULL));
  show_undo (self);
  send (self, after);
}

static MdgRunItemRow *
find_row (MdgRunView *self, const char *item_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MdgRunItemRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (mdg_run_item_row_get_id (row), item_id))
        return row;
    }

  return NULL;
}

static void
undo_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgRunView *self = MDG_RUN_VIEW (widget);
  g_autoptr (MdgRunItem) item = NULL;
  MdgRunItemRow *row;

  if (self->undo->len == 0)
    return;

  item = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  show_undo (self);
  row = find_row (self, item->item_id);
  if (row != NULL)
    mdg_run_item_row_grab_check (row);
  send (self, item);
}

static void
row_move_cb (MdgRunView *self, int by, MdgRunItemRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  if ((by < 0 && index == 0) || (by > 0 && index + 1 == self->rows->len))
    gtk_widget_error_bell (GTK_WIDGET (row));
  else
    mdg_run_item_row_grab_check (g_ptr_array_index (self->rows, (int) index + by));
}

static void
finish_cb (MdgRunView *self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

static void
reopen_chosen_cb (MdgRunView *self, const char *reason)
{
  g_signal_emit (self, signals[REOPEN], 0, reason);
}

static void
reopen_cb (MdgRunView *self)
{
  AdwDialog *dialog = mdg_text_dialog_new (
    _ ("Reopen This Run?"),
    _ ("It can be changed again. What was noted stays, and the history says why it was reopened."),
    _ ("Why It Is Reopened"), _ ("_Reopen"), "");

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (reopen_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_previous_cb (MdgRunView *self)
{
  g_signal_emit (self, signals[OPEN_RUN], 0, self->previous_id);
}

static void
export_cb (MdgRunView *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
}

static MdgSheet *
create_sheet_cb (MdgRunView *self)
{
  MdgSheet *sheet = NULL;

  g_signal_emit (self, signals[CREATE_SHEET], 0, &sheet);

  return sheet;
}

static void
back_cb (MdgRunView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
clear_rows (MdgRunView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->items_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (MdgRunView *self)
{
  for (guint i = 0; i < self->checklist->items->len; i++)
    {
      GtkWidget *row = mdg_run_item_row_new (g_ptr_array_index (self->checklist->items, i));

      g_signal_connect_object (row, "touched", G_CALLBACK (row_touched_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->items_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_rows (MdgRunView *self, const MdgRun *run, const MdgRunComparison *comparison)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      MdgRunItemRow *row = g_ptr_array_index (self->rows, i);
      const char *item_id = mdg_run_item_row_get_id (row);

      mdg_run_item_row_set_record (row, mdg_run_find_item (run, item_id), run->finished_at != 0);
      mdg_run_item_row_set_difference (
        row, comparison != NULL ? mdg_run_comparison_find (comparison, item_id) : NULL);
    }
}

static void
show_comparison (MdgRunView *self, const MdgRunComparison *comparison)
{
  g_autofree char *words = comparison != NULL ? mdg_run_words_comparison (comparison) : NULL;

  self->previous_id = comparison != NULL ? comparison->before->id : 0;
  gtk_label_set_label (self->comparison_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->comparison_box, words != NULL);
}

static void
show_progress (MdgRunView *self, const MdgRun *run)
{
  guint n_items = self->checklist->items->len;
  guint n_handled = mdg_run_view_count_handled (self->checklist, run);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n_handled, n_items);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_handled / n_items);
}

static void
show_text (MdgRunView *self, MdgShelfText text)
{
  const char *words = NULL;

  if (text == MDG_SHELF_OTHER_VERSION)
    words = _ ("This run was begun with another version of the guide. Its items are shown as they "
               "read today.");
  else if (text == MDG_SHELF_DAMAGED)
    words = _ ("Not all of what this run was begun with can be read any more. What can be read is "
               "shown.");

  gtk_label_set_label (self->text_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), words != NULL);
}

/* One button takes the place of the other, and its focus. */
static void
show_end_buttons (MdgRunView *self, gboolean is_finished)
{
  GtkWidget *shown = is_finished ? self->reopen_button : self->finish_button;
  GtkWidget *hidden = is_finished ? self->finish_button : self->reopen_button;
  gboolean had_focus = gtk_widget_has_focus (hidden);

  gtk_widget_set_visible (shown, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (shown);
  gtk_widget_set_visible (hidden, FALSE);
}

static void
show_state (MdgRunView *self, const MdgRun *run)
{
  gboolean is_finished = run->finished_at != 0;
  g_autofree char *begun = mdg_format_time (run->started_at);
  g_autofree char *finished = mdg_format_time (run->finished_at);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, is_finished ? _ ("Begun %s, finished %s") : _ ("Begun %s"), begun,
                          finished);
  if (*run->template_version != '\0')
    {
      g_string_append (text, " · ");
      /* Translators: the version of the guide that a run of a checklist was begun with. */
      g_string_append_printf (text, _ ("guide %s"), run->template_version);
    }

  gtk_label_set_label (self->state_label, text->str);
  show_end_buttons (self, is_finished);
  gtk_widget_set_visible (GTK_WIDGET (self->who_group), !is_finished);
  if (is_finished)
    forget_undo (self);
}

static void
mdg_run_view_dispose (GObject *object)
{
  MdgRunView *self = MDG_RUN_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUN_VIEW);
  self->checklist = NULL;

  G_OBJECT_CLASS (mdg_run_view_parent_class)->dispose (object);
}

static guint
add_signal (MdgRunViewClass *klass, const char *name, GType parameter)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, parameter != G_TYPE_NONE ? 1 : 0, parameter);
}

static void
mdg_run_view_class_init (MdgRunViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_run_view_dispose;

  /**
   * MdgRunView::item-touched:
   * @self: the view
   * @item: the #MdgRunItem as the user wants it, with who; valid during the signal only
   *
   * The user changed an item.
   */
  signals[ITEM_TOUCHED] = add_signal (klass, "item-touched", G_TYPE_POINTER);
  signals[FINISH] = add_signal (klass, "finish", G_TYPE_NONE);
  signals[REOPEN] = add_signal (klass, "reopen", G_TYPE_STRING);
  signals[OPEN_RUN] = add_signal (klass, "open-run", G_TYPE_INT64);
  signals[EXPORT] = add_signal (klass, "export", G_TYPE_NONE);
  signals[BACK] = add_signal (klass, "back", G_TYPE_NONE);

  /**
   * MdgRunView::create-sheet:
   * @self: the view
   *
   * The run is to be printed.
   *
   * Returns: (transfer full): the document
   */
  signals[CREATE_SHEET] =
    g_signal_new ("create-sheet", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_first_wins, NULL, NULL, MDG_TYPE_SHEET, 0);

  g_type_ensure (MDG_TYPE_RUN_HISTORY);
  g_type_ensure (MDG_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-run-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, state_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_image);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, text_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, comparison_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, comparison_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, who_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, who_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, items_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, finish_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, history);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, scrolled_window);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);

  gtk_widget_class_install_action (widget_class, "run.undo", NULL, undo_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "run.undo", NULL);
}

static void
mdg_run_view_init (MdgRunView *self)
{
  self->rows = g_ptr_array_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_item_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
  show_undo (self);
}

/**
 * mdg_run_view_count_handled:
 * @checklist: a checklist
 * @run: a run of it
 *
 * Returns: how many of the items are done or do not apply
 */
guint
mdg_run_view_count_handled (const MdgChecklist *checklist, const MdgRun *run)
{
  guint n_handled = 0;

  for (guint i = 0; i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);
      const MdgRunItem *record = mdg_run_find_item (run, item->id);

      if (record != NULL && record->state != MDG_ITEM_OPEN)
        n_handled++;
    }

  return n_handled;
}

/**
 * mdg_run_view_set_run:
 * @self: a view
 * @shelf: where the checklist of @run is found; it must be there
 * @run: a run, as the store has it
 * @previous: (nullable): the last run of the same checklist before it
 *
 * Shows @run. If the run is shown already, only what changed is shown anew.
 */
void
mdg_run_view_set_run (MdgRunView *self,
                      MdgChecklistShelf *shelf,
                      const MdgRun *run,
                      const MdgRun *previous)
{
  MdgShelfText text = MDG_SHELF_NONE;
  const MdgChecklist *checklist = mdg_checklist_shelf_find_for_run (shelf, run, &text);
  g_autoptr (MdgRunComparison) comparison = NULL;

  g_return_if_fail (MDG_IS_RUN_VIEW (self));
  g_return_if_fail (checklist != NULL);

  if (self->run_id != run->id || self->checklist != checklist)
    {
      self->run_id = run->id;
      self->checklist = checklist;
      gtk_label_set_label (self->title_label, mdg_guide_text_get (&checklist->title));
      gtk_widget_set_visible (self->saved_box, FALSE);
      forget_undo (self);
      mdg_run_history_fold (self->history);
      mdg_run_history_set_events (self->history, NULL, checklist);
      clear_rows (self);
      add_rows (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
    }

  if (previous != NULL)
    comparison = mdg_run_comparison_new (
      checklist, run,
      previous->snapshot != NULL ? mdg_checklist_shelf_find_for_run (shelf, previous, NULL) : NULL,
      previous);
  show_rows (self, run, comparison);
  show_comparison (self, comparison);
  show_progress (self, run);
  show_text (self, text);
  show_state (self, run);
}

/**
 * mdg_run_view_set_events:
 * @self: a view that shows a run
 * @events: (element-type MdgRunEvent): what happened to the run, in that order
 *
 * Shows the run's history.
 */
void
mdg_run_view_set_events (MdgRunView *self, GPtrArray *events)
{
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  mdg_run_history_set_events (self->history, events, self->checklist);
}

/**
 * mdg_run_view_get_run_id:
 * @self: a view
 *
 * Returns: the id of the run that is shown, 0 if none is
 */
gint64
mdg_run_view_get_run_id (MdgRunView *self)
{
  g_return_val_if_fail (MDG_IS_RUN_VIEW (self), 0);

  return self->run_id;
}

/**
 * mdg_run_view_dup_who:
 * @self: a view
 *
 * Returns: (transfer full): who works on the run, as typed
 */
char *
mdg_run_view_dup_who (MdgRunView *self)
{
  g_return_val_if_fail (MDG_IS_RUN_VIEW (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->who_row)));
}

/**
 * mdg_run_view_set_who:
 * @self: a view
 * @who: who is likely to work on the run
 *
 * Puts @who in for the touches to come.
 */
void
mdg_run_view_set_who (MdgRunView *self, const char *who)
{
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  gtk_editable_set_text (self->who_row, who);
}

/**
 * mdg_run_view_set_saving:
 * @self: a view
 *
 * Says that what is shown is not stored yet.
 */
void
mdg_run_view_set_saving (MdgRunView *self)
{
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  gtk_widget_set_visible (self->saved_box, TRUE);
  gtk_image_set_from_icon_name (self->saved_image, "content-loading-symbolic");
  gtk_label_set_label (self->saved_label, _ ("Saving…"));
}

/**
 * mdg_run_view_set_saved:
 * @self: a view
 * @is_saved: whether the store confirmed, or refused
 *
 * Says whether what is shown is stored.
 */
void
mdg_run_view_set_saved (MdgRunView *self, gboolean is_saved)
{
  const char *words = is_saved ? _ ("Saved") : _ ("Not saved");
  g_autofree char *spoken = NULL;

  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  gtk_widget_set_visible (self->saved_box, TRUE);
  gtk_image_set_from_icon_name (self->saved_image,
                                is_saved ? "object-select-symbolic" : "dialog-error-symbolic");
  gtk_label_set_label (self->saved_label, words);
  spoken = g_strdup_printf ("%s, %s", words, gtk_label_get_label (self->progress_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken,
                           is_saved ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM
                                    : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  /* What was not stored cannot be taken back. */
  if (!is_saved)
    forget_undo (self);
}
