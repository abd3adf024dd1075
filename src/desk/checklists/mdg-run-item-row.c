/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-item-row.h"

#include <glib/gi18n.h>

#include "desk/checklists/mdg-run-words.h"
#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"

/* Why items do not apply, most often. */
static const char *const suggestions[] = {
  N_ ("We do not have this"),
  N_ ("Others do this for us"),
  N_ ("Not this time"),
};

struct _MdgRunItemRow
{
  AdwExpanderRow parent_instance;

  const MdgChecklistItem *item;
  MdgRunItem *shown; /* as the store has it, or was asked to have it; NULL if untouched */
  char *before;      /* (nullable): how it was in the last run */
  gboolean is_read_only;
  gboolean is_asking;   /* for the reason, without which it is not stored */
  gboolean is_updating; /* the row is told, and does not tell */

  GtkCheckButton *check;
  GtkWidget *changed_label;
  GtkToggleButton *not_applicable_button;
  AdwEntryRow *reason_row;
  GtkWidget *suggestions_row;
  GtkWidget *suggestions_box;
  AdwEntryRow *note_row;
  GtkWidget *basis_row;
  GtkLabel *help_label;
  MdgDoubtBox *doubt_box;
  MdgBasisView *basis_view;
};

enum
{
  TOUCHED,
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunItemRow, mdg_run_item_row, ADW_TYPE_EXPANDER_ROW)

static char *
get_typed (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static MdgItemState
get_state (MdgRunItemRow *self)
{
  return self->shown != NULL ? self->shown->state : MDG_ITEM_OPEN;
}

static const char *
get_reason (MdgRunItemRow *self)
{
  return self->shown != NULL ? self->shown->reason : "";
}

static const char *
get_note (MdgRunItemRow *self)
{
  return self->shown != NULL ? self->shown->note : "";
}

static void
show_subtitle (MdgRunItemRow *self)
{
  g_autofree char *words = mdg_run_words_record (self->shown);
  g_autofree char *spoken =
    mdg_run_words_spoken (mdg_guide_text_get (&self->item->text), self->shown);
  g_autoptr (GString) text = g_string_new (self->item->is_own ? _ ("Our own item") : "");

  if (*words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
  if (self->before != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->before);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/* The widgets say what @shown says; what is told of it in words waits for the store. */
static void
show (MdgRunItemRow *self)
{
  MdgItemState state = get_state (self);
  gboolean has_reason = state == MDG_ITEM_NOT_APPLICABLE || self->is_asking;

  self->is_updating = TRUE;
  gtk_check_button_set_active (self->check, state == MDG_ITEM_DONE);
  gtk_check_button_set_inconsistent (self->check, state == MDG_ITEM_NOT_APPLICABLE);
  gtk_toggle_button_set_active (self->not_applicable_button, has_reason);
  self->is_updating = FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !self->is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->not_applicable_button), !self->is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), has_reason && !self->is_read_only);
  gtk_widget_set_visible (self->suggestions_row, self->is_asking);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), !self->is_read_only);
}

static void
stop_asking (MdgRunItemRow *self)
{
  self->is_asking = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_row), "error");
}

/* Asks for the item to be stored. What is shown from here on is what was asked for, until the store
 * has answered. */
static void
touch (MdgRunItemRow *self, MdgItemState state, const char *reason)
{
  g_autofree char *note = get_typed (self->note_row);
  g_autoptr (MdgRunItem) before = g_steal_pointer (&self->shown);

  self->shown = mdg_run_item_new (self->item->id, state, NULL,
                                  state == MDG_ITEM_NOT_APPLICABLE ? reason : NULL, note);
  stop_asking (self);
  g_signal_emit (self, signals[TOUCHED], 0, before, self->shown);
  show (self);
}

static void
check_toggled_cb (MdgRunItemRow *self)
{
  /* Done or not done: either way it does apply. */
  if (!self->is_updating)
    touch (self, gtk_check_button_get_active (self->check) ? MDG_ITEM_DONE : MDG_ITEM_OPEN, NULL);
}

/* The entry has the focus as soon as it is there. */
static void
reason_mapped_cb (MdgRunItemRow *self)
{
  if (self->is_asking)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

static void
not_applicable_clicked_cb (MdgRunItemRow *self)
{
  if (self->is_asking || get_state (self) == MDG_ITEM_NOT_APPLICABLE)
    {
      gboolean was_asking = self->is_asking;

      stop_asking (self);
      if (was_asking)
        show (self);
      else
        touch (self, MDG_ITEM_OPEN, NULL);
    }
  else
    mdg_run_item_row_ask_reason (self);
}

static void
save_reason (MdgRunItemRow *self, const char *reason)
{
  touch (self, MDG_ITEM_NOT_APPLICABLE, reason);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->check));
}

static void
reason_applied_cb (MdgRunItemRow *self)
{
  g_autofree char *reason = get_typed (self->reason_row);

  if (*reason == '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->reason_row), "error");
      gtk_widget_error_bell (GTK_WIDGET (self->reason_row));
      gtk_accessible_announce (GTK_ACCESSIBLE (self->reason_row),
                               _ ("Write why it does not apply, or press Escape."),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  else if (self->is_asking || !g_str_equal (reason, get_reason (self)))
    save_reason (self, reason);
}

/* Who changes a reason and looks away has changed it; one that was never applied is not saved. */
static void
reason_left_cb (MdgRunItemRow *self)
{
  g_autofree char *reason = get_typed (self->reason_row);

  if (self->is_asking || self->is_read_only || get_state (self) != MDG_ITEM_NOT_APPLICABLE)
    return;
  if (*reason == '\0')
    mdg_desk_set_entry (self->reason_row, get_reason (self));
  else if (!g_str_equal (reason, get_reason (self)))
    touch (self, MDG_ITEM_NOT_APPLICABLE, reason);
}

static void
suggestion_clicked_cb (MdgRunItemRow *self, GtkButton *button)
{
  mdg_desk_set_entry (self->reason_row, gtk_button_get_label (button));
  save_reason (self, gtk_button_get_label (button));
}

static void
ask_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  not_applicable_clicked_cb (MDG_RUN_ITEM_ROW (widget));
}

static void
cancel_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgRunItemRow *self = MDG_RUN_ITEM_ROW (widget);

  mdg_desk_set_entry (self->reason_row, get_reason (self));
  stop_asking (self);
  show (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->check));
}

static gboolean
move_cb (GtkWidget *check, GVariant *by, gpointer data)
{
  g_signal_emit (data, signals[MOVE], 0, g_variant_get_int32 (by));

  return TRUE;
}

static void
note_applied_cb (MdgRunItemRow *self)
{
  touch (self, get_state (self), get_reason (self));
}

/* Who looks away from a note that was typed has written it. */
static void
note_left_cb (MdgRunItemRow *self)
{
  g_autofree char *note = get_typed (self->note_row);

  if (!self->is_read_only && !g_str_equal (note, get_note (self)))
    touch (self, get_state (self), get_reason (self));
}

/* What is being typed is not overwritten by what was saved before. */
static void
show_words (AdwEntryRow *row, const char *before, const char *stored, gboolean is_read_only)
{
  g_autofree char *typed = get_typed (row);
  gboolean is_typing = !g_str_equal (typed, before) && !g_str_equal (typed, stored);

  if (!is_typing || is_read_only)
    mdg_desk_set_entry (row, stored);
}

static void
mdg_run_item_row_dispose (GObject *object)
{
  MdgRunItemRow *self = MDG_RUN_ITEM_ROW (object);

  g_clear_pointer (&self->shown, mdg_run_item_free);
  g_clear_pointer (&self->before, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUN_ITEM_ROW);

  G_OBJECT_CLASS (mdg_run_item_row_parent_class)->dispose (object);
}

static void
mdg_run_item_row_class_init (MdgRunItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_run_item_row_dispose;

  /**
   * MdgRunItemRow::touched:
   * @self: the row
   * @before: (nullable): the #MdgRunItem as it was
   * @after: the #MdgRunItem as the user wants it
   *
   * The user changed the item. Both are valid during the signal only.
   */
  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  /**
   * MdgRunItemRow::move:
   * @self: the row
   * @by: 1 for the row below, -1 for the row above
   *
   * The user wants to go to another item.
   */
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-run-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, check);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, changed_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, not_applicable_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, suggestions_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, suggestions_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, note_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, basis_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, basis_view);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_applicable_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);

  gtk_widget_class_install_action (widget_class, "run-item.not-applicable", NULL, ask_action_cb);
  gtk_widget_class_install_action (widget_class, "run-item.cancel-reason", NULL, cancel_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "run-item.not-applicable", NULL);
}

static void
add_move (MdgRunItemRow *self, GtkEventController *shortcuts, guint keyval, int by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                                            gtk_callback_action_new (move_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
}

static void
mdg_run_item_row_init (MdgRunItemRow *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* From tick to tick, as if the checklist were one list of them. */
  add_move (self, shortcuts, GDK_KEY_Up, -1);
  add_move (self, shortcuts, GDK_KEY_Down, 1);
  gtk_widget_add_controller (GTK_WIDGET (self->check), shortcuts);

  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (suggestions[i]));

      gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (self->suggestions_box), button);
    }
}

/**
 * mdg_run_item_row_new:
 * @item: an item of a checklist, which must outlive the row
 *
 * Returns: (transfer floating): a row for an item that nobody has touched
 */
GtkWidget *
mdg_run_item_row_new (const MdgChecklistItem *item)
{
  MdgRunItemRow *self = g_object_new (MDG_TYPE_RUN_ITEM_ROW, NULL);
  const char *help = mdg_guide_text_get (&item->help);
  const char *text = mdg_guide_text_get (&item->text);
  g_autofree char *name = g_strdup_printf (_ ("Does not apply: %s"), text);

  self->item = item;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_applicable_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->help_label, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help_label), help != NULL);
  mdg_doubt_box_set_doubt (self->doubt_box, &item->basis.doubt);
  mdg_basis_view_set_basis (self->basis_view, &item->basis);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_view), !item->is_own);
  gtk_widget_set_visible (self->basis_row, !item->is_own);
  show (self);
  show_subtitle (self);

  return GTK_WIDGET (self);
}

/**
 * mdg_run_item_row_set_record:
 * @self: a row
 * @record: (nullable): what the store has about the item, %NULL if nobody has touched it
 * @is_read_only: whether the run is finished
 *
 * Shows what the store has.
 */
void
mdg_run_item_row_set_record (MdgRunItemRow *self, const MdgRunItem *record, gboolean is_read_only)
{
  g_return_if_fail (MDG_IS_RUN_ITEM_ROW (self));

  show_words (self->note_row, get_note (self), record != NULL ? record->note : "", is_read_only);
  show_words (self->reason_row, get_reason (self), record != NULL ? record->reason : "",
              is_read_only);
  g_clear_pointer (&self->shown, mdg_run_item_free);
  self->shown = record != NULL ? mdg_run_item_copy (record) : NULL;
  self->is_read_only = is_read_only;
  if (is_read_only || get_state (self) == MDG_ITEM_NOT_APPLICABLE)
    stop_asking (self);
  show (self);
  show_subtitle (self);
}

/**
 * mdg_run_item_row_set_difference:
 * @self: a row
 * @difference: (nullable): what changed since the last run, %NULL if there was none
 *
 * Shows how the item was in the last run.
 */
void
mdg_run_item_row_set_difference (MdgRunItemRow *self, const MdgRunDifference *difference)
{
  g_return_if_fail (MDG_IS_RUN_ITEM_ROW (self));

  g_clear_pointer (&self->before, g_free);
  if (difference != NULL)
    self->before = mdg_run_words_before (difference);
  gtk_widget_set_visible (self->changed_label,
                          difference != NULL && (difference->change == MDG_RUN_CHANGE_STATE ||
                                                 difference->change == MDG_RUN_CHANGE_WORDS));
  show_subtitle (self);
}

/**
 * mdg_run_item_row_get_id:
 * @self: a row
 *
 * Returns: the id of the item
 */
const char *
mdg_run_item_row_get_id (MdgRunItemRow *self)
{
  g_return_val_if_fail (MDG_IS_RUN_ITEM_ROW (self), NULL);

  return self->item->id;
}

/**
 * mdg_run_item_row_get_state:
 * @self: a row
 *
 * Returns: the state that the row shows
 */
MdgItemState
mdg_run_item_row_get_state (MdgRunItemRow *self)
{
  g_return_val_if_fail (MDG_IS_RUN_ITEM_ROW (self), MDG_ITEM_OPEN);

  return get_state (self);
}

/**
 * mdg_run_item_row_grab_check:
 * @self: a row
 *
 * Gives the focus to the item's check box.
 */
void
mdg_run_item_row_grab_check (MdgRunItemRow *self)
{
  g_return_if_fail (MDG_IS_RUN_ITEM_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->check));
}

/**
 * mdg_run_item_row_ask_reason:
 * @self: a row
 *
 * Asks why the item does not apply. It is open or done until that is known.
 */
void
mdg_run_item_row_ask_reason (MdgRunItemRow *self)
{
  g_return_if_fail (MDG_IS_RUN_ITEM_ROW (self));

  if (self->is_read_only || get_state (self) == MDG_ITEM_NOT_APPLICABLE)
    {
      show (self);
      return;
    }

  self->is_asking = TRUE;
  mdg_desk_set_entry (self->reason_row, "");
  show (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->reason_row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}
