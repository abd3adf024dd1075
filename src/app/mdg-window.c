/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-window.h"

#include <glib/gi18n.h>

#include "app/mdg-first-start-dialog.h"
#include "app/mdg-import-dialog.h"
#include "app/mdg-import-flow.h"
#include "app/mdg-pages.h"
#include "widget/mdg-popup.h"

struct _MdgWindow
{
  AdwApplicationWindow parent_instance;

  MdgState *state;

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  AdwToastOverlay *toast_overlay;
  AdwBanner *notice_banner;
  GtkListBox *sidebar_list;
  GtkStack *stack;
  GtkWidget *search_button;
  GtkRevealer *drop_revealer;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
};

G_DEFINE_FINAL_TYPE (MdgWindow, mdg_window, ADW_TYPE_APPLICATION_WINDOW)

static MdgApplication *
get_application (MdgWindow *self)
{
  return MDG_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* Pages install their own actions by class; which of them a page has tells what can be done. */
static gboolean
has_action (GtkWidget *widget, const char *name)
{
  const GVariantType *parameter_type;
  const char *action_name;
  const char *property_name;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner,
                                                   &action_name, &parameter_type, &property_name);
       i++)
    if (g_strcmp0 (action_name, name) == 0)
      return TRUE;

  return FALSE;
}

static void
activate_on_page (MdgWindow *self, const char *action)
{
  GtkWidget *page = mdg_window_get_page (self);

  if (page == NULL || !has_action (page, action))
    return;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_activate_action (page, action, NULL);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_on_page (MDG_WINDOW (widget), "page.search");
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_on_page (MDG_WINDOW (widget), "page.print");
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_on_page (MDG_WINDOW (widget), "page.back");
}

static void
show_page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_window_show_page (MDG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_prefecture_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgWindow *self = MDG_WINDOW (widget);
  MdgArea area;

  if (mdg_area_from_code (g_variant_get_string (parameter, NULL), &area) &&
      mdg_area_is_prefecture (area))
    mdg_figure_model_set_area (mdg_application_get_model (get_application (self)), area);
  mdg_window_show_page (self, "prefecture");
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_import_flow_choose (GTK_WINDOW (widget), get_application (MDG_WINDOW (widget)));
}

/* A dialog of another kind has the keyboard to itself. */
static void
paste_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));

  if (dialog == NULL || MDG_IS_IMPORT_DIALOG (dialog))
    mdg_import_flow_paste (GTK_WINDOW (widget), get_application (MDG_WINDOW (widget)));
}

static void
row_activated_cb (MdgWindow *self, GtkListBoxRow *row)
{
  mdg_window_show_page (self, mdg_page_get_id (mdg_pages_get (gtk_list_box_row_get_index (row))));
}

static void
notice_closed_cb (MdgWindow *self)
{
  mdg_window_set_notice (self, NULL);
}

static GdkDragAction
drop_enter_cb (MdgWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);

  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (MdgWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
drop_cb (MdgWindow *self, const GValue *value)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  mdg_window_import (self, files);

  return TRUE;
}

static void
add_heading_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = mdg_page_get_group (mdg_pages_get (gtk_list_box_row_get_index (row)));
  GtkWidget *heading;

  if (before != NULL &&
      g_strcmp0 (group, mdg_page_get_group (mdg_pages_get (gtk_list_box_row_get_index (before)))) ==
        0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_list_box_row_set_header (row, heading);
}

static GtkWidget *
create_row (const MdgPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (mdg_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (mdg_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mdg_page_get_title (page), -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
save_size (MdgWindow *self)
{
  int width;
  int height;

  if (self->state == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  mdg_state_set_window_size (self->state, width, height,
                             gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
restore_state (MdgWindow *self)
{
  g_autofree char *page = mdg_state_get_page (self->state);
  int width = 1180;
  int height = 780;
  gboolean maximized;

  mdg_state_get_window_size (self->state, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));

  mdg_window_show_page (self,
                        mdg_pages_find (page) != NULL ? page : mdg_page_get_id (mdg_pages_get (0)));

  g_signal_connect (self, "notify::default-width", G_CALLBACK (save_size), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (save_size), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (save_size), NULL);
}

/* Another guide pack is in use: what shows it is made anew, and the user stays on the page. */
static void
pack_changed_cb (MdgWindow *self)
{
  g_autofree char *shown = g_strdup (mdg_window_get_page_id (self));
  gboolean show_content = adw_navigation_split_view_get_show_content (self->split_view);

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      const MdgPage *page = mdg_pages_get (i);
      GtkWidget *widget = gtk_stack_get_child_by_name (self->stack, mdg_page_get_id (page));

      if (widget != NULL && mdg_page_follows_guide (page))
        gtk_stack_remove (self->stack, widget);
    }

  if (gtk_stack_get_child_by_name (self->stack, shown) == NULL)
    {
      mdg_window_show_page (self, shown);
      adw_navigation_split_view_set_show_content (self->split_view, show_content);
    }
}

/* Asked when the window is there, so that the first thing to be seen is what this is about. */
static void
map_cb (MdgWindow *self)
{
  GSettings *settings = mdg_application_get_settings (get_application (self));

  if (!g_settings_get_boolean (settings, "first-start-done") &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    adw_dialog_present (ADW_DIALOG (mdg_first_start_dialog_new (
                          mdg_application_get_model (get_application (self)), settings)),
                        GTK_WIDGET (self));
}

static gboolean
mdg_window_close_request (GtkWindow *window)
{
  MdgWindow *self = MDG_WINDOW (window);

  save_size (self);
  mdg_state_save (self->state);

  return GTK_WINDOW_CLASS (mdg_window_parent_class)->close_request (window);
}

static void
mdg_window_dispose (GObject *object)
{
  MdgWindow *self = MDG_WINDOW (object);

  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_WINDOW);

  G_OBJECT_CLASS (mdg_window_parent_class)->dispose (object);
}

static void
mdg_window_class_init (MdgWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = mdg_window_dispose;
  window_class->close_request = mdg_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, notice_banner);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, MdgWindow, drop_revealer);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_closed_cb);

  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-prefecture", "s", show_prefecture_cb);

  /* Not an accelerator of the application, which would take the key from whoever edits a text. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste",
                                       NULL);
}

static void
mdg_window_init (MdgWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_popup_prepare_menu (self->menu_button, self->primary_menu);

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    gtk_list_box_append (self->sidebar_list, create_row (mdg_pages_get (i)));
  gtk_list_box_set_header_func (self->sidebar_list, add_heading_cb, NULL, NULL);

  g_signal_connect_swapped (target, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * mdg_window_new:
 * @application: the application
 * @state: where the user was
 *
 * Creates the window as it was when it was last closed.
 *
 * Returns: (transfer none): a new window
 */
MdgWindow *
mdg_window_new (MdgApplication *application, MdgState *state)
{
  MdgWindow *self;

  g_return_val_if_fail (MDG_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (MDG_IS_STATE (state), NULL);

  self = g_object_new (MDG_TYPE_WINDOW, "application", application, NULL);
  self->state = g_object_ref (state);
  restore_state (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (mdg_application_get_library (application), "notify::pack",
                           G_CALLBACK (pack_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_window_get_page_id:
 * @self: a #MdgWindow
 *
 * Returns: (nullable): the id of the page that is shown
 */
const char *
mdg_window_get_page_id (MdgWindow *self)
{
  g_return_val_if_fail (MDG_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * mdg_window_get_page:
 * @self: a #MdgWindow
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
GtkWidget *
mdg_window_get_page (MdgWindow *self)
{
  g_return_val_if_fail (MDG_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child (self->stack);
}

/**
 * mdg_window_show_page:
 * @self: a #MdgWindow
 * @id: the id of a page; one that there is not changes nothing
 *
 * Shows a page, which is made now if it has not been shown before.
 */
void
mdg_window_show_page (MdgWindow *self, const char *id)
{
  const MdgPage *page;
  GtkWidget *widget;

  g_return_if_fail (MDG_IS_WINDOW (self));

  page = mdg_pages_find (id);
  if (page == NULL)
    return;

  widget = gtk_stack_get_child_by_name (self->stack, id);
  if (widget == NULL)
    {
      widget = mdg_page_create (page, get_application (self));
      gtk_stack_add_named (self->stack, widget, id);
    }

  gtk_stack_set_visible_child (self->stack, widget);
  adw_navigation_page_set_title (self->content_page, mdg_page_get_title (page));
  gtk_widget_set_visible (self->search_button, has_action (widget, "page.search"));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    if (mdg_pages_get (i) == page)
      gtk_list_box_select_row (self->sidebar_list,
                               gtk_list_box_get_row_at_index (self->sidebar_list, (int) i));

  mdg_state_set_page (self->state, id);
}

/**
 * mdg_window_set_notice:
 * @self: a #MdgWindow
 * @notice: (nullable): what the user must know about the whole program
 *
 * Shows @notice above the page until it is closed.
 */
void
mdg_window_set_notice (MdgWindow *self, const char *notice)
{
  g_return_if_fail (MDG_IS_WINDOW (self));

  if (notice != NULL)
    adw_banner_set_title (self->notice_banner, notice);
  adw_banner_set_revealed (self->notice_banner, notice != NULL);
}

/**
 * mdg_window_import:
 * @self: a #MdgWindow
 * @files: (element-type GFile): files with figures, and folders of such
 *
 * Reads @files, shows what was proved, and stores what the user wants.
 */
void
mdg_window_import (MdgWindow *self, GPtrArray *files)
{
  g_return_if_fail (MDG_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  mdg_import_flow_start (GTK_WINDOW (self), get_application (self), files);
}
