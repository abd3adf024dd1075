/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-large-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk/flow/mdg-large-text.h"
#include "desk/mdg-desk-util.h"

struct _MdgLargeWindow
{
  GtkWindow parent_instance;

  MdgLargeText *text;
};

G_DEFINE_FINAL_TYPE (MdgLargeWindow, mdg_large_window, GTK_TYPE_WINDOW)

static void
update_actions (MdgLargeWindow *self)
{
  guint step = mdg_large_text_get_step (self->text);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "large.larger",
                                 step + 1 < MDG_LARGE_TEXT_N_STEPS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "large.smaller", step > 0);
}

static void
larger_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgLargeWindow *self = MDG_LARGE_WINDOW (widget);

  mdg_large_text_set_step (self->text, mdg_large_text_get_step (self->text) + 1);
  update_actions (self);
}

static void
smaller_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgLargeWindow *self = MDG_LARGE_WINDOW (widget);

  mdg_large_text_set_step (self->text, mdg_large_text_get_step (self->text) - 1);
  update_actions (self);
}

static void
turn_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgLargeWindow *self = MDG_LARGE_WINDOW (widget);

  mdg_large_text_set_turned (self->text, !mdg_large_text_get_turned (self->text));
}

static void
fullscreen_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_object_set (widget, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (widget)), NULL);
}

/* Black on white or white on black, whatever shades the style has. */
static void
update_colors (MdgLargeWindow *self)
{
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (adw_style_manager_get_dark (manager))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

static void
mdg_large_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_LARGE_WINDOW);

  G_OBJECT_CLASS (mdg_large_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, "window.close" },    { GDK_KEY_BackSpace, "window.close" },
    { GDK_KEY_plus, "large.larger" },      { GDK_KEY_equal, "large.larger" },
    { GDK_KEY_semicolon, "large.larger" }, { GDK_KEY_KP_Add, "large.larger" },
    { GDK_KEY_minus, "large.smaller" },    { GDK_KEY_KP_Subtract, "large.smaller" },
    { GDK_KEY_F11, "large.full-screen" },
  };

  /* On a Japanese keyboard + is Shift and the key of the semicolon, on others that of =. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, 0, keys[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, GDK_CONTROL_MASK,
                                           keys[i].action, NULL);
    }
}

static void
mdg_large_window_class_init (MdgLargeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_large_window_dispose;

  g_type_ensure (MDG_TYPE_LARGE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/flow/mdg-large-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgLargeWindow, text);

  gtk_widget_class_install_action (widget_class, "large.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "large.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "large.turn", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "large.full-screen", NULL, fullscreen_cb);
  add_keys (widget_class);
}

static void
mdg_large_window_init (MdgLargeWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (display);
  g_signal_connect_object (adw_style_manager_get_for_display (display), "notify::dark",
                           G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
  update_colors (self);
  update_actions (self);
}

/**
 * mdg_large_window_new:
 * @parent: (nullable): the window that it is shown for
 * @text: a sentence that the patient may read
 *
 * Creates a window on the whole screen, to be presented.
 *
 * Returns: (transfer none): a new window
 */
GtkWindow *
mdg_large_window_new (GtkWindow *parent, const char *text)
{
  MdgLargeWindow *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (MDG_TYPE_LARGE_WINDOW, "transient-for", parent, "fullscreened", TRUE, NULL);
  mdg_large_text_set_text (self->text, text);

  /* Where the whole screen cannot be had, it is as large as what it was asked from. */
  if (parent != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (parent)),
                                 gtk_widget_get_height (GTK_WIDGET (parent)));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));

  return GTK_WINDOW (self);
}
