/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-bar.h"

#include <math.h>

/* It goes so long after it was last needed. */
#define BAR_SECONDS 3

/* A pointer that trembles, or a slide that moves below it, is nobody who looks for the bar. */
#define POINTER_MOVES 6

struct _MdgPresenterBar
{
  GObject parent_instance;

  /* Unowned: the window owns the bar. */
  GtkWindow *window;
  AdwToolbarView *view;
  GtkWidget *box;

  gboolean is_pinned;
  guint source; /* hides it */
  double x;
  double y;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresenterBar, mdg_presenter_bar, G_TYPE_OBJECT)

static void
reveal (MdgPresenterBar *self, gboolean is_shown)
{
  if (adw_toolbar_view_get_reveal_bottom_bars (self->view) == is_shown)
    return;

  adw_toolbar_view_set_reveal_bottom_bars (self->view, is_shown);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whoever went to a button with Tab has not left it. */
static gboolean
is_needed (MdgPresenterBar *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return self->is_pinned || (focus != NULL && gtk_widget_is_ancestor (focus, self->box));
}

static gboolean
hide_cb (gpointer data)
{
  MdgPresenterBar *self = data;

  if (is_needed (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  reveal (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (MdgPresenterBar *self, double x, double y)
{
  if (fabs (x - self->x) + fabs (y - self->y) < POINTER_MOVES)
    return;

  self->x = x;
  self->y = y;
  mdg_presenter_bar_show (self);
}

/* The first press shows the buttons, the next ones go from one to another. */
static gboolean
key_pressed_cb (MdgPresenterBar *self, guint keyval)
{
  gboolean was_shown = mdg_presenter_bar_is_shown (self);

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  mdg_presenter_bar_show (self);

  return was_shown ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

/* On a full screen it goes over the slide, which keeps its size. */
static void
fullscreened_cb (MdgPresenterBar *self)
{
  adw_toolbar_view_set_extend_content_to_bottom_edge (self->view,
                                                      gtk_window_is_fullscreen (self->window));
  mdg_presenter_bar_show (self);
}

static void
mdg_presenter_bar_dispose (GObject *object)
{
  g_clear_handle_id (&MDG_PRESENTER_BAR (object)->source, g_source_remove);

  G_OBJECT_CLASS (mdg_presenter_bar_parent_class)->dispose (object);
}

static void
mdg_presenter_bar_class_init (MdgPresenterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mdg_presenter_bar_dispose;

  /**
   * MdgPresenterBar::changed:
   * @self: the bar
   *
   * It has come or gone.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_presenter_bar_init (MdgPresenterBar *self)
{
}

/**
 * mdg_presenter_bar_new:
 * @window: the window, which must outlive the bar
 * @view: the view in @window that has the bar at its bottom
 * @box: what is in the bar
 *
 * Shows the bar whenever the pointer moves or Tab is pressed, and always where the window does not
 * fill the screen.
 *
 * Returns: (transfer full): a bar that is shown
 */
MdgPresenterBar *
mdg_presenter_bar_new (GtkWindow *window, AdwToolbarView *view, GtkWidget *box)
{
  MdgPresenterBar *self = g_object_new (MDG_TYPE_PRESENTER_BAR, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->window = window;
  self->view = view;
  self->box = box;
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_presenter_bar_show:
 * @self: a bar
 *
 * Shows the bar, on a full screen for a while.
 */
void
mdg_presenter_bar_show (MdgPresenterBar *self)
{
  g_return_if_fail (MDG_IS_PRESENTER_BAR (self));

  g_clear_handle_id (&self->source, g_source_remove);
  reveal (self, TRUE);
  if (gtk_window_is_fullscreen (self->window))
    self->source = g_timeout_add_seconds (BAR_SECONDS, hide_cb, self);
}

/**
 * mdg_presenter_bar_set_pinned:
 * @self: a bar
 * @is_pinned: whether the bar says something that must be seen
 *
 * Keeps the bar on the screen.
 */
void
mdg_presenter_bar_set_pinned (MdgPresenterBar *self, gboolean is_pinned)
{
  g_return_if_fail (MDG_IS_PRESENTER_BAR (self));

  self->is_pinned = is_pinned;
  if (is_pinned)
    mdg_presenter_bar_show (self);
}

/**
 * mdg_presenter_bar_is_shown:
 * @self: a bar
 *
 * Returns: whether it is on the screen
 */
gboolean
mdg_presenter_bar_is_shown (MdgPresenterBar *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_BAR (self), FALSE);

  return adw_toolbar_view_get_reveal_bottom_bars (self->view);
}
