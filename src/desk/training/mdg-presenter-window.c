/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-window.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "desk/training/mdg-presenter-bar.h"
#include "desk/training/mdg-presenter-fit.h"
#include "desk/training/mdg-presenter-help.h"
#include "desk/training/mdg-presenter-keys.h"
#include "desk/training/mdg-presenter-saver.h"
#include "desk/training/mdg-presenter-slide.h"

#define TEXT_SIZE_KEY "presenter-text-size"
#define LIGHT_KEY "presenter-light"
#define LEAST_TEXT_SIZE 50
#define MOST_TEXT_SIZE 300
#define TEXT_SIZE_STEP 10

/* So much of a screen stays when one goes on with long text. */
#define SCROLL_PAGES 0.8
#define SCROLL_LINES 0.15

struct _MdgPresenterWindow
{
  AdwWindow parent_instance;

  MdgPresentation *presentation;
  MdgPresenterSaver *saver;
  MdgPresenterBar *bar;
  GSettings *settings;
  GtkApplication *application; /* (nullable): while the screen must not go dark */
  guint inhibition;
  MdgPresenterHelp *help; /* (nullable): while it is open */

  GtkStack *stack;
  GtkWidget *blank;
  AdwToolbarView *toolbar_view;
  GtkWidget *bar_box;
  GtkWidget *header;
  GtkWidget *scrolled;
  MdgPresenterFit *fit;
  GtkWidget *back_button;
  GtkWidget *forward_button;
  GtkWidget *fullscreen_button;
  GtkLabel *saved_label;
};

enum
{
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresenterWindow, mdg_presenter_window, ADW_TYPE_WINDOW)

static void
announce (MdgPresenterWindow *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
update_cursor (MdgPresenterWindow *self)
{
  gboolean is_used = mdg_presentation_get_blank (self->presentation) == MDG_BLANK_NONE &&
                     mdg_presenter_bar_is_shown (self->bar);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_used ? NULL : "none");
}

static void
show_blank (MdgPresenterWindow *self)
{
  MdgBlank blank = mdg_presentation_get_blank (self->presentation);
  const char *name = blank == MDG_BLANK_NONE ? "slide" : "blank";

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;

  gtk_widget_remove_css_class (self->blank, "white");
  if (blank == MDG_BLANK_WHITE)
    gtk_widget_add_css_class (self->blank, "white");
  update_cursor (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (blank == MDG_BLANK_NONE ? self->scrolled : self->blank);
  announce (self, blank == MDG_BLANK_NONE ? _ ("The slide is shown again")
                                          : _ ("The screen is blank. Any key returns"));
}

static void
changed_cb (MdgPresenterWindow *self)
{
  gboolean is_first = mdg_presentation_get_scenario (self->presentation) == 0 &&
                      mdg_presentation_get_frame (self->presentation) == 0;

  show_blank (self);
  gtk_widget_set_sensitive (self->back_button, !is_first);
  gtk_widget_set_sensitive (self->forward_button,
                            mdg_presentation_get_frame_kind (self->presentation) != MDG_FRAME_END);
}

static void
moved_cb (MdgPresenterWindow *self)
{
  mdg_presenter_fit_scroll_to_top (self->fit);
  gtk_widget_grab_focus (self->scrolled);
}

static void
saved_cb (MdgPresenterWindow *self)
{
  if (mdg_presenter_saver_is_saving (self->saver))
    gtk_label_set_label (self->saved_label, _ ("Saving…"));
  else
    gtk_label_set_label (self->saved_label, mdg_presenter_saver_has_failed (self->saver)
                                              ? _ ("Not saved")
                                              : _ ("Saved"));
  mdg_presenter_bar_set_pinned (self->bar, mdg_presenter_saver_has_failed (self->saver));
}

/* Commands. */

static void
change_text_size (MdgPresenterWindow *self, int change)
{
  int size = g_settings_get_int (self->settings, TEXT_SIZE_KEY);

  g_settings_set_int (self->settings, TEXT_SIZE_KEY,
                      CLAMP (size + change, LEAST_TEXT_SIZE, MOST_TEXT_SIZE));
}

static void
text_size_changed_cb (MdgPresenterWindow *self)
{
  mdg_presenter_fit_set_zoom (self->fit,
                              g_settings_get_int (self->settings, TEXT_SIZE_KEY) / 100.0);
}

static void
light_changed_cb (MdgPresenterWindow *self)
{
  if (g_settings_get_boolean (self->settings, LIGHT_KEY))
    gtk_widget_add_css_class (GTK_WIDGET (self), "light");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "light");
}

static void
toggle_fullscreen (MdgPresenterWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
fullscreened_cb (MdgPresenterWindow *self)
{
  gboolean is_full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_widget_set_visible (self->header, !is_full);
  gtk_button_set_icon_name (GTK_BUTTON (self->fullscreen_button),
                            is_full ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (self->fullscreen_button,
                               is_full ? _ ("Leave Full Screen (F11)") : _ ("Full Screen (F11)"));
}

static void
help_closed_cb (MdgPresenterWindow *self)
{
  self->help = NULL;
}

static void
toggle_help (MdgPresenterWindow *self)
{
  if (self->help != NULL)
    {
      adw_dialog_close (ADW_DIALOG (self->help));
      return;
    }

  self->help = mdg_presenter_help_new ();
  g_signal_connect_object (self->help, "closed", G_CALLBACK (help_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self->help), GTK_WIDGET (self));
}

/* Nothing of a long text is passed over: it is scrolled to its end first. */
static void
go_forward (MdgPresenterWindow *self)
{
  if (!mdg_presenter_fit_scroll (self->fit, SCROLL_PAGES))
    mdg_presentation_forward (self->presentation);
}

static void
go_back (MdgPresenterWindow *self)
{
  if (!mdg_presenter_fit_scroll (self->fit, -SCROLL_PAGES))
    mdg_presentation_back (self->presentation);
}

static void
do_command (MdgPresenterWindow *self, MdgPresenterCommand command, guint digit)
{
  guint n_scenarios = mdg_presentation_get_n_scenarios (self->presentation);

  switch (command)
    {
    case MDG_PRESENTER_FORWARD:
      go_forward (self);
      break;
    case MDG_PRESENTER_BACK:
      go_back (self);
      break;
    case MDG_PRESENTER_FIRST:
      mdg_presentation_go_to (self->presentation, 0, 0);
      break;
    case MDG_PRESENTER_LAST:
      mdg_presentation_go_to (self->presentation, MAX (n_scenarios, 1) - 1, 0);
      break;
    case MDG_PRESENTER_SCROLL_UP:
      mdg_presenter_fit_scroll (self->fit, -SCROLL_LINES);
      break;
    case MDG_PRESENTER_SCROLL_DOWN:
      mdg_presenter_fit_scroll (self->fit, SCROLL_LINES);
      break;
    case MDG_PRESENTER_VOTE:
      mdg_presentation_vote (self->presentation, digit - 1, 1);
      break;
    case MDG_PRESENTER_UNVOTE:
      mdg_presentation_vote (self->presentation, digit - 1, -1);
      break;
    case MDG_PRESENTER_TAKE_BACK:
      mdg_presentation_take_back (self->presentation);
      break;
    case MDG_PRESENTER_CLEAR:
      mdg_presentation_clear_votes (self->presentation);
      break;
    case MDG_PRESENTER_BLACK:
      mdg_presentation_set_blank (self->presentation, MDG_BLANK_BLACK);
      break;
    case MDG_PRESENTER_WHITE:
      mdg_presentation_set_blank (self->presentation, MDG_BLANK_WHITE);
      break;
    case MDG_PRESENTER_INVERT:
      g_settings_set_boolean (self->settings, LIGHT_KEY,
                              !g_settings_get_boolean (self->settings, LIGHT_KEY));
      break;
    case MDG_PRESENTER_LARGER:
      change_text_size (self, TEXT_SIZE_STEP);
      break;
    case MDG_PRESENTER_SMALLER:
      change_text_size (self, -TEXT_SIZE_STEP);
      break;
    case MDG_PRESENTER_NORMAL_SIZE:
      g_settings_reset (self->settings, TEXT_SIZE_KEY);
      break;
    case MDG_PRESENTER_FULLSCREEN:
      toggle_fullscreen (self);
      break;
    case MDG_PRESENTER_SHOW_KEYS:
      toggle_help (self);
      break;
    case MDG_PRESENTER_LEAVE:
      gtk_window_close (GTK_WINDOW (self));
      break;
    case MDG_PRESENTER_NOTHING:
    default:
      break;
    }
}

static void
command_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgPresenterWindow *self = MDG_PRESENTER_WINDOW (widget);

  do_command (self, (MdgPresenterCommand) g_variant_get_int32 (parameter), 0);
}

/* What the key gives without Shift, whatever the keyboard. */
static guint
get_plain_keyval (GtkWidget *widget, guint keycode, guint keyval)
{
  guint plain = keyval;

  gdk_display_translate_key (gtk_widget_get_display (widget), keycode, 0, 0, &plain, NULL, NULL,
                             NULL);

  return plain;
}

/* A button that somebody went to with Tab keeps the keys that press it. */
static gboolean
is_for_button (MdgPresenterWindow *self, guint keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_BUTTON (focus) && (keyval == GDK_KEY_space || keyval == GDK_KEY_Return ||
                                   keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_KP_Space);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                MdgPresenterWindow *self)
{
  guint plain = get_plain_keyval (GTK_WIDGET (self), keycode, keyval);
  guint digit;
  MdgPresenterCommand command = mdg_presenter_keys_find (keyval, plain, state, &digit);

  if (mdg_presenter_keys_is_modifier (keyval))
    return GDK_EVENT_PROPAGATE;

  if (mdg_presentation_get_blank (self->presentation) != MDG_BLANK_NONE)
    {
      mdg_presentation_set_blank (self->presentation, MDG_BLANK_NONE);
      return GDK_EVENT_STOP;
    }
  if (command == MDG_PRESENTER_NOTHING || is_for_button (self, keyval) ||
      (self->help != NULL && command != MDG_PRESENTER_SHOW_KEYS))
    return GDK_EVENT_PROPAGATE;

  do_command (self, command, digit);

  return GDK_EVENT_STOP;
}

static void
blank_clicked_cb (MdgPresenterWindow *self)
{
  mdg_presentation_set_blank (self->presentation, MDG_BLANK_NONE);
}

static void
let_screen_go_dark (MdgPresenterWindow *self)
{
  if (self->application != NULL && self->inhibition != 0)
    gtk_application_uninhibit (self->application, self->inhibition);
  self->inhibition = 0;
  g_clear_object (&self->application);
}

static gboolean
mdg_presenter_window_close_request (GtkWindow *window)
{
  MdgPresenterWindow *self = MDG_PRESENTER_WINDOW (window);

  let_screen_go_dark (self);
  /* The last chance for what the store has refused. */
  if (mdg_presenter_saver_has_failed (self->saver))
    mdg_presenter_saver_save_place (self->saver);
  g_signal_emit (self, signals[LEFT], 0);

  return GTK_WINDOW_CLASS (mdg_presenter_window_parent_class)->close_request (window);
}

static void
mdg_presenter_window_dispose (GObject *object)
{
  MdgPresenterWindow *self = MDG_PRESENTER_WINDOW (object);

  let_screen_go_dark (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_PRESENTER_WINDOW);
  g_clear_object (&self->bar);
  g_clear_object (&self->saver);
  g_clear_object (&self->presentation);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_presenter_window_parent_class)->dispose (object);
}

static void
mdg_presenter_window_class_init (MdgPresenterWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_presenter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mdg_presenter_window_close_request;

  /**
   * MdgPresenterWindow::left:
   * @self: the window
   *
   * The window is about to be closed.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (MDG_TYPE_PRESENTER_FIT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, blank);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, bar_box);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, fit);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, fullscreen_button);
  gtk_widget_class_bind_template_child (widget_class, MdgPresenterWindow, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, blank_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fullscreened_cb);

  /* The number is a #MdgPresenterCommand. */
  gtk_widget_class_install_action (widget_class, "presenter.do", "i", command_action_cb);
}

static void
set_command (GtkWidget *button, MdgPresenterCommand command)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) command);
}

static void
mdg_presenter_window_init (MdgPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
  self->bar = mdg_presenter_bar_new (GTK_WINDOW (self), self->toolbar_view, self->bar_box);
  set_command (self->back_button, MDG_PRESENTER_BACK);
  set_command (self->forward_button, MDG_PRESENTER_FORWARD);
  set_command (self->fullscreen_button, MDG_PRESENTER_FULLSCREEN);

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::" TEXT_SIZE_KEY,
                           G_CALLBACK (text_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" LIGHT_KEY, G_CALLBACK (light_changed_cb),
                           self, G_CONNECT_SWAPPED);
  text_size_changed_cb (self);
  light_changed_cb (self);
}

/**
 * mdg_presenter_window_new:
 * @pack: a guide pack
 * @store: where the session is kept
 * @session: the session, as the store has it
 *
 * Begins to present a session, or goes on where it was left.
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
MdgPresenterWindow *
mdg_presenter_window_new (MdgGuidePack *pack, MdgStore *store, const MdgSession *session)
{
  MdgPresenterWindow *self;
  GtkWidget *slide;

  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);
  g_return_val_if_fail (session != NULL, NULL);

  self = g_object_new (MDG_TYPE_PRESENTER_WINDOW, NULL);
  if (*session->title != '\0')
    gtk_window_set_title (GTK_WINDOW (self), session->title);
  self->presentation = mdg_presentation_new (pack, session);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (update_cursor), self,
                           G_CONNECT_SWAPPED);
  slide = mdg_presenter_slide_new (self->presentation, session->day,
                                   mdg_session_count_attendees (session));
  g_signal_connect_object (slide, "announce", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
  mdg_presenter_fit_set_child (self->fit, slide);
  g_signal_connect_object (self->presentation, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "moved", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);

  self->saver = mdg_presenter_saver_new (store, session->id, self->presentation);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (mdg_desk_tell), self->scrolled,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  saved_cb (self);

  return self;
}

/**
 * mdg_presenter_window_start:
 * @self: a window
 * @application: (nullable): the application
 *
 * Shows the window, notes that the session has begun, and keeps the screen from going dark where
 * that is possible.
 */
void
mdg_presenter_window_start (MdgPresenterWindow *self, GtkApplication *application)
{
  g_return_if_fail (MDG_IS_PRESENTER_WINDOW (self));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->scrolled);
  mdg_presenter_saver_save_place (self->saver);
  if (g_set_object (&self->application, application) && application != NULL)
    self->inhibition =
      gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                               _ ("A training session is being presented"));
}

/**
 * mdg_presenter_window_get_presentation:
 * @self: a window
 *
 * Returns: (transfer none): what is presented
 */
MdgPresentation *
mdg_presenter_window_get_presentation (MdgPresenterWindow *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_WINDOW (self), NULL);

  return self->presentation;
}

/**
 * mdg_presenter_window_is_saving:
 * @self: a window
 *
 * Returns: whether the store has been asked and has not answered
 */
gboolean
mdg_presenter_window_is_saving (MdgPresenterWindow *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_WINDOW (self), FALSE);

  return mdg_presenter_saver_is_saving (self->saver);
}
