/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/mdg-desk-util.h"
#include "desk/checklists/mdg-run-item-row.h"

struct _MdgRunView
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  const MdgChecklist *checklist;
  gint64 run_id;
  GPtrArray *rows; /* (element-type MdgRunItemRow) */

  GtkLabel *title_label;
  GtkLabel *state_label;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *saved_box;
  GtkImage *saved_image;
  GtkLabel *saved_label;
  GtkWidget *version_label;
  AdwPreferencesGroup *who_group;
  GtkEditable *who_row;
  AdwPreferencesGroup *items_group;
  GtkWidget *finish_button;
};

enum
{
  ITEM_TOUCHED,
  FINISH,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunView, mdg_run_view, ADW_TYPE_BIN)

static void
row_touched_cb (MdgRunView *self, MdgRunItemRow *row)
{
  g_autofree char *who = g_strstrip (g_strdup (gtk_editable_get_text (self->who_row)));
  g_autofree char *note = g_strstrip (g_strdup (mdg_run_item_row_get_note (row)));

  g_signal_emit (self, signals[ITEM_TOUCHED], 0, mdg_run_item_row_get_id (row),
                 mdg_run_item_row_get_state (row), who, note);
}

static void
finish_cb (MdgRunView *self)
{
  g_signal_emit (self, signals[FINISH], 0);
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
      adw_preferences_group_add (self->items_group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Whoever worked on it last is likely to go on. */
static const char *
find_last_who (const MdgRun *run)
{
  const MdgRunItem *last = NULL;

  for (guint i = 0; i < run->items->len; i++)
    {
      const MdgRunItem *item = g_ptr_array_index (run->items, i);

      if (last == NULL || item->touched_at >= last->touched_at)
        last = item;
    }

  return last != NULL ? last->who : "";
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
show_state (MdgRunView *self, const MdgRun *run)
{
  gboolean is_finished = run->finished_at != 0;
  g_autofree char *begun = mdg_desk_format_time (run->started_at);
  g_autofree char *finished = mdg_desk_format_time (run->finished_at);
  g_autofree char *text = is_finished
                            ? g_strdup_printf (_ ("Begun %s, finished %s"), begun, finished)
                            : g_strdup_printf (_ ("Begun %s"), begun);

  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_visible (self->finish_button, !is_finished);
  gtk_widget_set_visible (GTK_WIDGET (self->who_group), !is_finished);
  gtk_widget_set_visible (
    self->version_label,
    !g_str_equal (run->template_version, mdg_guide_pack_get_version (self->pack)));
}

static void
mdg_run_view_dispose (GObject *object)
{
  MdgRunView *self = MDG_RUN_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUN_VIEW);
  self->checklist = NULL;
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_run_view_parent_class)->dispose (object);
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
   * @item_id: the id of an item
   * @state: its new #MdgItemState
   * @who: who works on it
   * @note: its new note
   *
   * The user changed an item.
   */
  signals[ITEM_TOUCHED] =
    g_signal_new ("item-touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  signals[FINISH] = g_signal_new ("finish", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-run-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, state_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_image);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, saved_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, version_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, who_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, who_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, items_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRunView, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
mdg_run_view_init (MdgRunView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
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
 * @pack: the pack that @checklist is of
 * @checklist: a checklist
 * @run: a run of it, as the store has it
 *
 * Shows @run. If the run is shown already, only what changed is shown anew.
 */
void
mdg_run_view_set_run (MdgRunView *self,
                      MdgGuidePack *pack,
                      const MdgChecklist *checklist,
                      const MdgRun *run)
{
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  mdg_guide_pack_ref (pack);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  self->pack = pack;

  if (self->run_id != run->id || self->checklist != checklist)
    {
      self->run_id = run->id;
      self->checklist = checklist;
      gtk_label_set_label (self->title_label, mdg_guide_text_get (&checklist->title));
      gtk_editable_set_text (self->who_row, find_last_who (run));
      gtk_widget_set_visible (self->saved_box, FALSE);
      clear_rows (self);
      add_rows (self);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      MdgRunItemRow *row = g_ptr_array_index (self->rows, i);

      mdg_run_item_row_set_record (row, mdg_run_find_item (run, mdg_run_item_row_get_id (row)),
                                   run->finished_at != 0);
    }
  show_progress (self, run);
  show_state (self, run);
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
 * mdg_run_view_set_saving:
 * @self: a view
 * @is_saving: whether the store has been asked and has not answered
 *
 * Says that what is shown is not stored yet.
 */
void
mdg_run_view_set_saving (MdgRunView *self, gboolean is_saving)
{
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  if (!is_saving)
    return;

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
  g_return_if_fail (MDG_IS_RUN_VIEW (self));

  gtk_widget_set_visible (self->saved_box, TRUE);
  gtk_image_set_from_icon_name (self->saved_image,
                                is_saved ? "object-select-symbolic" : "dialog-error-symbolic");
  gtk_label_set_label (self->saved_label, is_saved ? _ ("Saved") : _ ("Not saved"));
}
