/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-help.h"

#include <glib/gi18n.h>

#include "desk/training/mdg-presenter-keys.h"

#define CONTENT_WIDTH 520
#define CONTENT_HEIGHT 640

struct _MdgPresenterHelp
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgPresenterHelp, mdg_presenter_help, ADW_TYPE_DIALOG)

static void
mdg_presenter_help_class_init (MdgPresenterHelpClass *klass)
{
}

static GtkWidget *
new_row (guint index)
{
  GtkWidget *row = adw_action_row_new ();
  const char *keys;
  const char *what;

  mdg_presenter_keys_describe (index, &keys, &what);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), keys);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static void
mdg_presenter_help_init (MdgPresenterHelp *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < mdg_presenter_keys_get_n (); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (i));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Keys"));
  adw_dialog_set_content_width (ADW_DIALOG (self), CONTENT_WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), CONTENT_HEIGHT);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * mdg_presenter_help_new:
 *
 * Returns: (transfer floating): a new dialog
 */
MdgPresenterHelp *
mdg_presenter_help_new (void)
{
  return g_object_new (MDG_TYPE_PRESENTER_HELP, NULL);
}
