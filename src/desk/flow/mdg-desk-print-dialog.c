/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-print-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-print-button.h"
#include "export/sheets/mdg-checklist-sheet.h"
#include "export/sheets/mdg-contacts-sheet.h"
#include "export/sheets/mdg-drills-sheet.h"
#include "export/sheets/mdg-first-look-sheet.h"
#include "export/sheets/mdg-outage-sheet.h"
#include "export/sheets/mdg-situation-sheet.h"

#define WIDTH 520

struct _MdgDeskPrintDialog
{
  AdwDialog parent_instance;

  MdgGuideWalk *walk;
  GPtrArray *contacts; /* (nullable) (element-type MdgContact) */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (MdgDeskPrintDialog, mdg_desk_print_dialog, ADW_TYPE_DIALOG)

typedef MdgSheet *(*CreateSheet) (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day);

static MdgSheet *
create_card (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  const MdgSituation *situation = mdg_guide_walk_get_situation (self->walk);

  return situation != NULL ? mdg_situation_sheet_new (pack, situation, day, self->contacts) : NULL;
}

static MdgSheet *
create_first_look (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_first_look_sheet_new (pack, day);
}

static MdgSheet *
create_cards (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_situation_sheet_new_all (pack, day, self->contacts);
}

static MdgSheet *
create_outage (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_outage_sheet_new (pack, day, self->contacts);
}

static MdgSheet *
create_contacts (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_contacts_sheet_new (pack, day, self->contacts);
}

static MdgSheet *
create_checklists (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_checklist_sheet_new_all (pack, day);
}

static MdgSheet *
create_drills (MdgDeskPrintDialog *self, MdgGuidePack *pack, MdgDay day)
{
  return mdg_drills_sheet_new (pack, day, NULL);
}

static const struct
{
  const char *title;
  const char *subtitle;
  CreateSheet create;
  gboolean needs_rules;
} documents[] = {
  { N_ ("First Look"), N_ ("The most frequent cases on two pages"), create_first_look, TRUE },
  { N_ ("All Desk Cards"), N_ ("Every case on pages of its own"), create_cards, TRUE },
  { N_ ("Outage Note Sheet"), N_ ("Blank, to note patients down by hand"), create_outage, FALSE },
  { N_ ("Our Contacts"), N_ ("Whom to call, to hang up"), create_contacts, FALSE },
  { N_ ("Checklists"), N_ ("All of them, blank"), create_checklists, FALSE },
  { N_ ("Training Sheets"), N_ ("Drills, with the answers at the end"), create_drills, TRUE },
};

static MdgSheet *
create_sheet_cb (MdgDeskPrintDialog *self, GtkWidget *button)
{
  CreateSheet create = (CreateSheet) g_object_get_data (G_OBJECT (button), "create");

  return create (self, mdg_guide_walk_get_pack (self->walk), mdg_guide_walk_get_day (self->walk));
}

static void
add_document (MdgDeskPrintDialog *self, const char *title, const char *subtitle, CreateSheet create)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = mdg_print_button_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mdg_print_button_describe (MDG_PRINT_BUTTON (button), title);
  g_object_set_data (G_OBJECT (button), "create", (gpointer) create);
  g_signal_connect_object (button, "create-sheet", G_CALLBACK (create_sheet_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
}

static void
mdg_desk_print_dialog_dispose (GObject *object)
{
  MdgDeskPrintDialog *self = MDG_DESK_PRINT_DIALOG (object);

  g_clear_object (&self->walk);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_DESK_PRINT_DIALOG);

  G_OBJECT_CLASS (mdg_desk_print_dialog_parent_class)->dispose (object);
}

static void
mdg_desk_print_dialog_class_init (MdgDeskPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_desk_print_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-desk-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPrintDialog, group);
}

static void
mdg_desk_print_dialog_init (MdgDeskPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
}

/**
 * mdg_desk_print_dialog_new:
 * @walk: the walk at the desk: its pack, its day, and the situation that is shown
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Returns: (transfer floating): a dialog with all documents; before the first day of the guide, with
 *   those that hold without its rules
 */
AdwDialog *
mdg_desk_print_dialog_new (MdgGuideWalk *walk, GPtrArray *contacts)
{
  MdgDeskPrintDialog *self = g_object_new (MDG_TYPE_DESK_PRINT_DIALOG, NULL);
  const MdgSituation *situation = mdg_guide_walk_get_situation (walk);
  MdgDay first = mdg_guide_pack_get_covers_from (mdg_guide_walk_get_pack (walk));
  gboolean is_covered = mdg_guide_walk_get_day (walk) >= first;
  g_autofree char *day = mdg_format_day (is_covered ? mdg_guide_walk_get_day (walk) : first);
  g_autofree char *description =
    g_strdup_printf (is_covered ? _ ("Rules of %s") : _ ("The guide begins on %s."), day);

  self->walk = g_object_ref (walk);
  self->contacts = contacts != NULL ? g_ptr_array_ref (contacts) : NULL;
  adw_preferences_group_set_description (self->group, description);

  if (situation != NULL)
    add_document (self, mdg_guide_text_get (&situation->title), _ ("The desk card of this case"),
                  create_card);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (is_covered || !documents[i].needs_rules)
      add_document (self, _ (documents[i].title), _ (documents[i].subtitle), documents[i].create);

  return ADW_DIALOG (self);
}

static void
open_cb (GtkWidget *page, const char *action_name, GVariant *parameter)
{
  MdgGuideWalk *walk = g_object_get_data (G_OBJECT (page), "print-walk");
  MdgDeskContacts *contacts = g_object_get_data (G_OBJECT (page), "print-contacts");

  adw_dialog_present (mdg_desk_print_dialog_new (walk, mdg_desk_contacts_get (contacts)), page);
}

/**
 * mdg_desk_print_dialog_install_action:
 * @page_class: the class of a page, each of which is set up with mdg_desk_print_dialog_set_up()
 *
 * Gives pages the action "page.print", which shows the dialog.
 */
void
mdg_desk_print_dialog_install_action (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "page.print", NULL, open_cb);
}

/**
 * mdg_desk_print_dialog_set_up:
 * @page: a page
 * @walk: the walk at the desk
 * @contacts: the facility's contacts
 *
 * Tells what the dialog that @page shows is about.
 */
void
mdg_desk_print_dialog_set_up (GtkWidget *page, MdgGuideWalk *walk, MdgDeskContacts *contacts)
{
  g_object_set_data_full (G_OBJECT (page), "print-walk", g_object_ref (walk), g_object_unref);
  g_object_set_data_full (G_OBJECT (page), "print-contacts", g_object_ref (contacts),
                          g_object_unref);
}
