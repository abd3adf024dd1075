/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-print-button.h"

#include <glib/gi18n.h>

#include "desk/mdg-print.h"

struct _MdgPrintButton
{
  AdwBin parent_instance;

  char *file_name; /* (nullable) */

  AdwButtonContent *content;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_FILE_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CREATE_SHEET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPrintButton, mdg_print_button, ADW_TYPE_BIN)

static MdgSheet *
create_sheet (MdgPrintButton *self)
{
  MdgSheet *sheet = NULL;

  g_signal_emit (self, signals[CREATE_SHEET], 0, &sheet);

  return sheet;
}

static void
print_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (MdgSheet) sheet = create_sheet (MDG_PRINT_BUTTON (widget));

  if (sheet != NULL)
    mdg_print_sheet (widget, sheet);
}

static void
save_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgPrintButton *self = MDG_PRINT_BUTTON (widget);
  g_autoptr (MdgSheet) sheet = NULL;
  MdgPaper paper;

  if (!mdg_paper_parse (g_variant_get_string (parameter, NULL), &paper))
    return;
  sheet = create_sheet (self);
  if (sheet != NULL)
    mdg_print_save_pdf (widget, sheet, paper, self->file_name);
}

static void
mdg_print_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgPrintButton *self = MDG_PRINT_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, adw_button_content_get_label (self->content));
      break;
    case PROP_FILE_NAME:
      g_value_set_string (value, self->file_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_print_button_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MdgPrintButton *self = MDG_PRINT_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      mdg_print_button_set_label (self, g_value_get_string (value));
      break;
    case PROP_FILE_NAME:
      mdg_print_button_set_file_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_print_button_dispose (GObject *object)
{
  MdgPrintButton *self = MDG_PRINT_BUTTON (object);

  g_clear_pointer (&self->file_name, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_PRINT_BUTTON);

  G_OBJECT_CLASS (mdg_print_button_parent_class)->dispose (object);
}

static void
mdg_print_button_class_init (MdgPrintButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_print_button_get_property;
  object_class->set_property = mdg_print_button_set_property;
  object_class->dispose = mdg_print_button_dispose;

  /**
   * MdgPrintButton:label:
   *
   * What stands on the button; "Print" to begin with.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);

  /**
   * MdgPrintButton:file-name: (nullable)
   *
   * What a saved file is called to begin with, without ending; the title of the document if %NULL.
   */
  properties[PROP_FILE_NAME] = g_param_spec_string ("file-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MdgPrintButton::create-sheet:
   * @self: the button
   *
   * The user wants the document on paper or as a file.
   *
   * Returns: (transfer full) (nullable): the document, or %NULL to do nothing
   */
  signals[CREATE_SHEET] =
    g_signal_new ("create-sheet", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_first_wins, NULL, NULL, MDG_TYPE_SHEET, 0);

  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", "s", save_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/mdg-print-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgPrintButton, content);
}

static void
mdg_print_button_init (MdgPrintButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_print_button_new:
 * @label: (nullable): what stands on the button, with its mnemonic; "Print" if %NULL
 *
 * Returns: (transfer floating): a button; connect to #MdgPrintButton::create-sheet
 */
GtkWidget *
mdg_print_button_new (const char *label)
{
  GtkWidget *self = g_object_new (MDG_TYPE_PRINT_BUTTON, NULL);

  if (label != NULL)
    mdg_print_button_set_label (MDG_PRINT_BUTTON (self), label);

  return self;
}

/**
 * mdg_print_button_set_label:
 * @self: a button
 * @label: what stands on it, with its mnemonic
 *
 * Names the button.
 */
void
mdg_print_button_set_label (MdgPrintButton *self, const char *label)
{
  g_return_if_fail (MDG_IS_PRINT_BUTTON (self));

  if (g_strcmp0 (adw_button_content_get_label (self->content), label) == 0)
    return;
  adw_button_content_set_label (self->content, label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * mdg_print_button_set_file_name:
 * @self: a button
 * @file_name: (nullable): what a saved file is called to begin with, without ending
 *
 * Names the files.
 */
void
mdg_print_button_set_file_name (MdgPrintButton *self, const char *file_name)
{
  g_return_if_fail (MDG_IS_PRINT_BUTTON (self));

  if (g_set_str (&self->file_name, file_name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE_NAME]);
}

/**
 * mdg_print_button_describe:
 * @self: a button
 * @document: what it prints
 *
 * Says in words which document is meant, where several buttons have the same label.
 */
void
mdg_print_button_describe (MdgPrintButton *self, const char *document)
{
  /* Translators: %s is the title of a document. */
  g_autofree char *text = g_strdup_printf (_ ("Print or save: %s"), document);

  GtkWidget *button;

  g_return_if_fail (MDG_IS_PRINT_BUTTON (self));

  button = adw_bin_get_child (ADW_BIN (self));
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
