/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "desk/flow/mdg-large-text.h"
#include "desk/flow/mdg-large-window.h"
#include "desk/flow/mdg-outcome-card.h"

#define SENTENCE "Please show me your My Number card together with the Notice of Eligibility."
#define JAPANESE \
  "マイナンバーカードと資格情報のお知らせを、一緒に見せてください。いつもの負担割合で受け付けます。"

static GtkWidget *window;
static MdgLargeText *text;

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (text)) > 50;
}

static void
open_window (const char *sentence, int width, int height)
{
  window = GTK_WIDGET (mdg_large_window_new (NULL, sentence));
  gtk_window_unfullscreen (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  text = MDG_LARGE_TEXT (desk_find (window, MDG_TYPE_LARGE_TEXT, 0));
  assert_non_null (text);
  assert_true (mdg_test_spin_until (has_size, NULL));
  mdg_test_spin_for (50);
}

static int
tear_down (void **state)
{
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  mdg_test_spin_pending ();

  return 0;
}

/* Whether a layout of the size that was chosen lies inside the widget. */
static gboolean
fits (int width, int height, int size)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (text), mdg_large_text_get_text (text));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (text))));
  PangoRectangle extents;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  return extents.width <= width && extents.height <= height;
}

/* In any size all of the sentence is seen, and it uses the room that there is. */
static void
test_fits_any_size (void **state)
{
  static const int sizes[][2] = {
    { 360, 640 }, { 360, 300 }, { 1180, 780 }, { 1920, 1080 }, { 700, 320 }
  };
  const char *const sentences[] = { SENTENCE, JAPANESE, "Yes.", "お待ちください。" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sentences); j++)
      {
        int width;
        int height;
        int size;

        open_window (sentences[j], sizes[i][0], sizes[i][1]);
        width = gtk_widget_get_width (GTK_WIDGET (text));
        height = gtk_widget_get_height (GTK_WIDGET (text));
        mdg_large_text_set_step (text, MDG_LARGE_TEXT_N_STEPS - 1);
        size = mdg_large_text_get_font_size (text);
        if (!fits (width, height, size))
          fail_msg ("at %d x %d “%s” does not fit in %d pixels", width, height, sentences[j], size);
        assert_true (size >= 16);
        assert_true (size == 480 || !fits (width, height, size * 2));
        tear_down (NULL);
      }
}

static void
test_keys_change_the_size (void **state)
{
  const guint larger[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  int first;

  open_window (SENTENCE, 900, 600);
  first = mdg_large_text_get_font_size (text);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    {
      int before = mdg_large_text_get_font_size (text);

      desk_press (window, smaller[i], 0);
      assert_true (mdg_large_text_get_font_size (text) < before);
    }
  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    {
      int before = mdg_large_text_get_font_size (text);

      desk_press (window, larger[i], 0);
      assert_true (mdg_large_text_get_font_size (text) > before);
    }
  assert_true (mdg_large_text_get_font_size (text) > first);

  /* It ends somewhere, at both ends, and all is still seen. */
  for (guint i = 0; i < 20; i++)
    desk_press (window, GDK_KEY_plus, 0);
  assert_true (fits (gtk_widget_get_width (GTK_WIDGET (text)),
                     gtk_widget_get_height (GTK_WIDGET (text)),
                     mdg_large_text_get_font_size (text)));
  for (guint i = 0; i < 20; i++)
    desk_press (window, GDK_KEY_minus, 0);
  assert_true (mdg_large_text_get_font_size (text) >= 8);
}

static void
test_turned_around (void **state)
{
  open_window (SENTENCE, 900, 600);
  assert_false (mdg_large_text_get_turned (text));
  gtk_widget_activate_action (window, "large.turn", NULL);
  assert_true (mdg_large_text_get_turned (text));
  mdg_test_spin_for (50);
  gtk_widget_activate_action (window, "large.turn", NULL);
  assert_false (mdg_large_text_get_turned (text));
}

static void
destroyed_cb (gboolean *is_destroyed)
{
  *is_destroyed = TRUE;
}

static void
test_keys_close_it (void **state)
{
  const guint keys[] = { GDK_KEY_Escape, GDK_KEY_BackSpace };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean is_destroyed = FALSE;

      open_window (SENTENCE, 600, 400);
      g_signal_connect_swapped (window, "destroy", G_CALLBACK (destroyed_cb), &is_destroyed);
      desk_press (window, keys[i], 0);
      assert_true (mdg_test_spin_until_set (&is_destroyed));
      window = NULL;
    }
}

/* The sentence is the name of what has the focus, so it is read out when the window opens. */
static void
test_screen_reader (void **state)
{
  open_window (SENTENCE, 600, 400);
  assert_ptr_equal (gtk_window_get_focus (GTK_WINDOW (window)), text);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       SENTENCE);
}

#define large_test(name) cmocka_unit_test_teardown (name, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    large_test (test_fits_any_size), large_test (test_keys_change_the_size),
    large_test (test_turned_around), large_test (test_keys_close_it),
    large_test (test_screen_reader),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
