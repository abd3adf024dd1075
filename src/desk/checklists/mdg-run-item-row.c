/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-item-row.h"

#include <glib/gi18n.h>

#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"

struct _MdgRunItemRow
{
  AdwExpanderRow parent_instance;

  const MdgChecklistItem *item;
  char *note;           /* as the store has it */
  gboolean is_updating; /* the row is told, and does not tell */

  GtkCheckButton *check;
  GtkLabel *help_label;
  MdgDoubtBox *doubt_box;
  MdgBasisView *basis_view;
  AdwSwitchRow *not_applicable_row;
  AdwEntryRow *note_row;
};

enum
{
  TOUCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRunItemRow, mdg_run_item_row, ADW_TYPE_EXPANDER_ROW)

static void
touch (MdgRunItemRow *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[TOUCHED], 0);
}

static void
check_toggled_cb (MdgRunItemRow *self)
{
  if (self->is_updating)
    return;

  /* Done or not done: either way it does apply. */
  self->is_updating = TRUE;
  gtk_check_button_set_inconsistent (self->check, FALSE);
  adw_switch_row_set_active (self->not_applicable_row, FALSE);
  self->is_updating = FALSE;
  touch (self);
}

static void
not_applicable_cb (MdgRunItemRow *self)
{
  if (self->is_updating)
    return;

  self->is_updating = TRUE;
  gtk_check_button_set_active (self->check, FALSE);
  gtk_check_button_set_inconsistent (self->check,
                                     adw_switch_row_get_active (self->not_applicable_row));
  self->is_updating = FALSE;
  touch (self);
}

static void
note_applied_cb (MdgRunItemRow *self)
{
  touch (self);
}

static gboolean
is_note (MdgRunItemRow *self, const char *note)
{
  g_autofree char *typed = g_strstrip (g_strdup (mdg_run_item_row_get_note (self)));

  return g_strcmp0 (typed, note) == 0;
}

/* Who looks away from a note that was typed has written it. */
static void
note_left_cb (MdgRunItemRow *self)
{
  if (!is_note (self, self->note))
    touch (self);
}

/* What is being typed is not overwritten by what was saved before. */
static void
show_note (MdgRunItemRow *self, const char *note, gboolean is_read_only)
{
  gboolean is_typing = self->note != NULL && !is_note (self, self->note) && !is_note (self, note);

  g_set_str (&self->note, note);
  if ((is_typing && !is_read_only) || g_str_equal (mdg_run_item_row_get_note (self), note))
    return;

  adw_entry_row_set_show_apply_button (self->note_row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), note);
  adw_entry_row_set_show_apply_button (self->note_row, TRUE);
}

static const char *
get_state_name (MdgItemState state)
{
  switch (state)
    {
    case MDG_ITEM_DONE:
      return C_ ("checklist item", "Done");
    case MDG_ITEM_NOT_APPLICABLE:
      return C_ ("checklist item", "Not applicable");
    case MDG_ITEM_OPEN:
    default:
      return C_ ("checklist item", "Open");
    }
}

static char *
describe (const MdgRunItem *record)
{
  g_autofree char *time = NULL;
  GString *text;

  if (record == NULL)
    return g_strdup ("");

  time = mdg_desk_format_time (record->touched_at);
  text = g_string_new (get_state_name (record->state));
  if (*record->who != '\0')
    g_string_append_printf (text, " · %s", record->who);
  g_string_append_printf (text, " · %s", time);
  if (*record->note != '\0')
    g_string_append_printf (text, "\n%s", record->note);

  return g_string_free_and_steal (text);
}

static void
mdg_run_item_row_dispose (GObject *object)
{
  MdgRunItemRow *self = MDG_RUN_ITEM_ROW (object);

  g_clear_pointer (&self->note, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_RUN_ITEM_ROW);

  G_OBJECT_CLASS (mdg_run_item_row_parent_class)->dispose (object);
}

static void
mdg_run_item_row_class_init (MdgRunItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_run_item_row_dispose;

  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/checklists/mdg-run-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, check);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, basis_view);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, not_applicable_row);
  gtk_widget_class_bind_template_child (widget_class, MdgRunItemRow, note_row);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_applicable_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);
}

static void
mdg_run_item_row_init (MdgRunItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  self->item = item;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_label_set_label (self->help_label, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help_label), help != NULL);
  mdg_doubt_box_set_doubt (self->doubt_box, &item->basis.doubt);
  mdg_basis_view_set_basis (self->basis_view, &item->basis);
  mdg_run_item_row_set_record (self, NULL, FALSE);

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
  MdgItemState state = record != NULL ? record->state : MDG_ITEM_OPEN;
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_RUN_ITEM_ROW (self));

  text = describe (record);
  self->is_updating = TRUE;
  show_note (self, record != NULL ? record->note : "", is_read_only);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  gtk_check_button_set_active (self->check, state == MDG_ITEM_DONE);
  gtk_check_button_set_inconsistent (self->check, state == MDG_ITEM_NOT_APPLICABLE);
  adw_switch_row_set_active (self->not_applicable_row, state == MDG_ITEM_NOT_APPLICABLE);
  self->is_updating = FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->not_applicable_row), !is_read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), !is_read_only);
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

  if (adw_switch_row_get_active (self->not_applicable_row))
    return MDG_ITEM_NOT_APPLICABLE;

  return gtk_check_button_get_active (self->check) ? MDG_ITEM_DONE : MDG_ITEM_OPEN;
}

/**
 * mdg_run_item_row_get_note:
 * @self: a row
 *
 * Returns: the note that the row shows
 */
const char *
mdg_run_item_row_get_note (MdgRunItemRow *self)
{
  g_return_val_if_fail (MDG_IS_RUN_ITEM_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->note_row));
}
