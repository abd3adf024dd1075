/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-outcome-card.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-run.h"
#include "desk/flow/mdg-large-window.h"
#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"
#include "desk/mdg-print-button.h"
#include "export/sheets/mdg-desk-card-sheet.h"
#include "guide/mdg-guide-ending.h"
#include "guide/mdg-guide-words.h"

struct _MdgOutcomeCard
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  const MdgSituation *situation;
  const MdgNode *outcome;
  GPtrArray *doubts; /* (nullable) (element-type MdgGuideText) */
  MdgDay day;
  MdgGuideWalk *walk;      /* (nullable) */
  GPtrArray *contacts;     /* (nullable) (element-type MdgContact) */
  GPtrArray *contact_rows; /* (element-type GtkWidget) */
  GPtrArray *checklist_rows;

  GtkWidget *header;
  GtkImage *tone_image;
  GtkLabel *title_label;
  GtkWidget *help_box;
  GtkLabel *help_label;
  GtkLabel *say_label;
  AdwActionRow *charge_row;
  AdwActionRow *claim_row;
  AdwActionRow *note_row;
  AdwActionRow *next_row;
  AdwActionRow *form_row;
  AdwPreferencesGroup *contacts_group;
  AdwPreferencesGroup *checklists_group;
  MdgDoubtBox *doubt_box;
  MdgBasisView *basis_view;
};

enum
{
  EDIT_CONTACTS,
  OPEN_CHECKLIST,
  START_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgOutcomeCard, mdg_outcome_card, ADW_TYPE_BIN)

/* By MdgTone. */
static const char *const tone_classes[] = { "proceed", "caution", "stop" };

static const char *const tone_icons[] = { "object-select-symbolic", "dialog-warning-symbolic",
                                          "dialog-error-symbolic" };

static void
set_row (AdwActionRow *row, const MdgGuideText *text)
{
  const char *words = mdg_guide_text_get (text);

  gtk_widget_set_visible (GTK_WIDGET (row), words != NULL);
  adw_action_row_set_subtitle (row, words != NULL ? words : "");
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static gboolean
is_entered (const MdgContact *contact)
{
  return *contact->name != '\0' || *contact->phone != '\0' || *contact->note != '\0';
}

static char *
describe_contact (const MdgContact *contact)
{
  GString *text = g_string_new (contact->name);

  if (*contact->phone != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", contact->phone);
  if (*contact->note != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", contact->note);

  return g_string_free_and_steal (text);
}

static void
add_contact_row (MdgOutcomeCard *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->contacts_group, row);
  g_ptr_array_add (self->contact_rows, row);
}

static void
show_contacts (MdgOutcomeCard *self)
{
  guint wanted = self->outcome != NULL ? self->outcome->contacts | self->situation->contacts : 0;
  g_autoptr (GString) missing = g_string_new (NULL);

  clear_rows (self->contacts_group, self->contact_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->contacts_group), wanted != 0);

  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      const MdgContact *contact =
        self->contacts != NULL ? g_ptr_array_index (self->contacts, i) : NULL;

      if ((wanted & (1u << i)) == 0)
        continue;

      if (contact != NULL && is_entered (contact))
        {
          g_autofree char *text = describe_contact (contact);

          add_contact_row (self, mdg_contact_kind_get_label (i), text);
        }
      else
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? " · " : "",
                                mdg_contact_kind_get_label (i));
    }

  if (missing->len > 0)
    add_contact_row (self, _ ("Not entered yet"), missing->str);
}

static void
checklist_activated_cb (AdwActionRow *row, MdgOutcomeCard *self)
{
  g_signal_emit (self, signals[OPEN_CHECKLIST], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
add_checklist (MdgOutcomeCard *self, const char *id)
{
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (self->pack, id);
  GtkWidget *row;

  if (checklist == NULL || !mdg_guide_basis_holds_on (&checklist->basis, self->day))
    return;
  for (guint i = 0; i < self->checklist_rows->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->checklist_rows, i)), id))
      return;

  row = adw_action_row_new ();
  gtk_widget_set_name (row, id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mdg_guide_text_get (&checklist->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mdg_guide_text_get (&checklist->line));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (checklist->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (checklist_activated_cb), self, 0);
  adw_preferences_group_add (self->checklists_group, row);
  g_ptr_array_add (self->checklist_rows, row);
}

static void
show_checklists (MdgOutcomeCard *self)
{
  clear_rows (self->checklists_group, self->checklist_rows);
  for (guint i = 0; i < self->outcome->checklists->len; i++)
    add_checklist (self, g_ptr_array_index (self->outcome->checklists, i));
  for (guint i = 0; i < self->situation->checklists->len; i++)
    add_checklist (self, g_ptr_array_index (self->situation->checklists, i));
  gtk_widget_set_visible (GTK_WIDGET (self->checklists_group), self->checklist_rows->len > 0);
}

static void
edit_contacts_cb (MdgOutcomeCard *self)
{
  g_signal_emit (self, signals[EDIT_CONTACTS], 0);
}

static void
start_over_cb (MdgOutcomeCard *self)
{
  g_signal_emit (self, signals[START_OVER], 0);
}

static void
copy_cb (MdgOutcomeCard *self)
{
  g_autofree char *text = mdg_outcome_card_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  mdg_desk_tell (GTK_WIDGET (self), _ ("Copied to the clipboard"));
}

static void
copy_sentence_cb (MdgOutcomeCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          mdg_guide_text_get (&self->outcome->say));
  mdg_desk_tell (GTK_WIDGET (self), _ ("Copied to the clipboard"));
}

static void
show_large_cb (MdgOutcomeCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* What to say is all that is meant for the patient's eyes. */
  gtk_window_present (mdg_large_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                            mdg_guide_text_get (&self->outcome->say)));
}

static MdgSheet *
create_sheet_cb (MdgOutcomeCard *self)
{
  if (self->walk == NULL || self->outcome != mdg_guide_walk_get_node (self->walk))
    return NULL;

  return mdg_desk_card_sheet_new (self->walk, self->contacts);
}

/* A label that can be selected is, all of it, when the focus passes through it on its way here. */
static gboolean
mdg_outcome_card_grab_focus (GtkWidget *widget)
{
  gtk_label_select_region (MDG_OUTCOME_CARD (widget)->say_label, 0, 0);

  return GTK_WIDGET_CLASS (mdg_outcome_card_parent_class)->grab_focus (widget);
}

static void
mdg_outcome_card_dispose (GObject *object)
{
  MdgOutcomeCard *self = MDG_OUTCOME_CARD (object);

  g_clear_pointer (&self->contact_rows, g_ptr_array_unref);
  g_clear_pointer (&self->checklist_rows, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->outcome = NULL;
  self->situation = NULL;
  g_clear_object (&self->walk);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_OUTCOME_CARD);

  G_OBJECT_CLASS (mdg_outcome_card_parent_class)->dispose (object);
}

static void
mdg_outcome_card_class_init (MdgOutcomeCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_outcome_card_dispose;
  widget_class->grab_focus = mdg_outcome_card_grab_focus;

  signals[EDIT_CONTACTS] = g_signal_new ("edit-contacts", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_CHECKLIST] =
    g_signal_new ("open-checklist", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[START_OVER] = g_signal_new ("start-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  g_type_ensure (MDG_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/flow/mdg-outcome-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, header);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, tone_image);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, help_box);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, say_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, charge_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, claim_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, note_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, next_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, form_row);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, contacts_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, checklists_group);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, MdgOutcomeCard, basis_view);
  gtk_widget_class_bind_template_callback (widget_class, edit_contacts_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_sentence_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_large_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_sheet_cb);
}

static void
mdg_outcome_card_init (MdgOutcomeCard *self)
{
  self->contact_rows = g_ptr_array_new ();
  self->checklist_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_outcome_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
mdg_outcome_card_new (void)
{
  return g_object_new (MDG_TYPE_OUTCOME_CARD, NULL);
}

/**
 * mdg_outcome_card_set_outcome:
 * @self: a card
 * @pack: the pack that @outcome is of
 * @situation: the situation that led here
 * @outcome: an outcome
 * @doubts: (element-type MdgGuideText): what is uncertain about the path and the outcome
 * @day: the day whose rules are followed
 *
 * Shows @outcome.
 */
void
mdg_outcome_card_set_outcome (MdgOutcomeCard *self,
                              MdgGuidePack *pack,
                              const MdgSituation *situation,
                              const MdgNode *outcome,
                              GPtrArray *doubts,
                              MdgDay day)
{
  const char *help;
  MdgGuideEnding ending;

  g_return_if_fail (MDG_IS_OUTCOME_CARD (self));
  g_return_if_fail (outcome != NULL && outcome->type == MDG_NODE_OUTCOME);

  mdg_guide_pack_ref (pack);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  self->pack = pack;
  self->situation = situation;
  self->outcome = outcome;
  g_ptr_array_ref (doubts);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->doubts = doubts;
  self->day = day;

  for (guint i = 0; i < G_N_ELEMENTS (tone_classes); i++)
    gtk_widget_remove_css_class (self->header, tone_classes[i]);
  gtk_widget_add_css_class (self->header, tone_classes[outcome->tone]);
  gtk_image_set_from_icon_name (self->tone_image, tone_icons[outcome->tone]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tone_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mdg_tone_get_label (outcome->tone), -1);

  help = mdg_guide_text_get (&outcome->help);
  gtk_label_set_label (self->title_label, mdg_guide_text_get (&outcome->text));
  gtk_label_set_label (self->help_label, help != NULL ? help : "");
  gtk_widget_set_visible (self->help_box, help != NULL);
  gtk_label_set_label (self->say_label, mdg_guide_text_get (&outcome->say));
  set_row (self->charge_row, &outcome->charge);
  set_row (self->claim_row, &outcome->claim);
  set_row (self->note_row, &outcome->note);
  set_row (self->next_row, &outcome->next_time);
  set_row (self->form_row, &outcome->form);
  show_contacts (self);
  show_checklists (self);
  mdg_doubt_box_set_doubts (self->doubt_box, doubts);
  ending = mdg_guide_pack_get_node_ending (pack, outcome, day);
  mdg_basis_view_set_basis (self->basis_view, &outcome->basis);
  mdg_basis_view_set_ending (self->basis_view, &ending);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mdg_guide_text_get (&outcome->text), -1);
}

/**
 * mdg_outcome_card_set_walk:
 * @self: a card
 * @walk: the walk that leads to the outcomes it shows
 *
 * Lets the card be printed, with the answers that led to it.
 */
void
mdg_outcome_card_set_walk (MdgOutcomeCard *self, MdgGuideWalk *walk)
{
  g_return_if_fail (MDG_IS_OUTCOME_CARD (self));

  g_set_object (&self->walk, walk);
}

/**
 * mdg_outcome_card_set_contacts:
 * @self: a card
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Says whom to call in a fault or an outage.
 */
void
mdg_outcome_card_set_contacts (MdgOutcomeCard *self, GPtrArray *contacts)
{
  g_return_if_fail (MDG_IS_OUTCOME_CARD (self));

  if (contacts != NULL)
    g_ptr_array_ref (contacts);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = contacts;
  show_contacts (self);
}

static void
append_line (GString *text, const char *title, const MdgGuideText *words)
{
  if (mdg_guide_text_get (words) != NULL)
    /* Translators: a heading such as “Charge”, and what stands under it. */
    g_string_append_printf (text, C_ ("outcome", "%s: %s\n"), title, mdg_guide_text_get (words));
}

/**
 * mdg_outcome_card_get_text:
 * @self: a card that shows an outcome
 *
 * Returns: (transfer full): everything on the card but the contacts, as plain text
 */
char *
mdg_outcome_card_get_text (MdgOutcomeCard *self)
{
  const MdgNode *outcome;
  GString *text;
  g_autofree char *day = NULL;
  g_autofree char *validity = NULL;
  g_autofree char *ends = NULL;
  MdgGuideEnding ending;

  g_return_val_if_fail (MDG_IS_OUTCOME_CARD (self), NULL);
  g_return_val_if_fail (self->outcome != NULL, NULL);

  outcome = self->outcome;
  day = mdg_format_day (self->day);
  validity = mdg_desk_format_validity (&outcome->basis);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n%s\n", mdg_guide_text_get (&self->situation->title),
                          mdg_guide_text_get (&outcome->text));
  g_string_append_printf (text, _ ("Rules of %s"), day);
  g_string_append (text, "\n\n");
  append_line (text, C_ ("outcome", "Before that"), &outcome->help);
  append_line (text, C_ ("outcome", "Say"), &outcome->say);
  append_line (text, C_ ("outcome", "Charge"), &outcome->charge);
  append_line (text, C_ ("outcome", "Claim"), &outcome->claim);
  append_line (text, C_ ("outcome", "Note Down"), &outcome->note);
  append_line (text, C_ ("outcome", "Next Time"), &outcome->next_time);
  append_line (text, C_ ("outcome", "Official Form"), &outcome->form);
  for (guint i = 0; i < self->doubts->len; i++)
    append_line (text, _ ("Not Certain"), g_ptr_array_index (self->doubts, i));
  g_string_append_printf (text, "\n%s\n", validity);
  ending = mdg_guide_pack_get_node_ending (self->pack, outcome, self->day);
  ends = mdg_desk_format_ending (&ending);
  if (ends != NULL)
    g_string_append_printf (text, "%s\n", ends);
  for (guint i = 0; i < outcome->basis.sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (outcome->basis.sources, i);
      const char *title = mdg_guide_text_get (&source->title);
      g_autofree char *line = mdg_guide_format_source (source);

      /* Translators: a source, and its publisher, page and day. */
      g_string_append_printf (text, C_ ("outcome", "%s (%s)\n"), title, line);
    }

  return g_string_free_and_steal (text);
}
