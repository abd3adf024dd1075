/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts a program on an otherwise empty X11 display without a window manager, and tells when its
 * window shows: when the server maps it, when something is drawn in it, and when drawing has come
 * to rest. It only listens to what the server reports, so the program does not notice. What the
 * program has cost is in /proc under the printed process, which lives until standard input ends. */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define USEC_PER_MSEC 1000

/* Windows smaller than this are the toolkit's helpers. */
#define MIN_SIZE 100

/* Drawing has come to rest when nothing was drawn for so long. */
#define REST_USEC (600 * USEC_PER_MSEC)

/* A window that never comes to rest is taken as it is. */
#define PATIENCE_USEC (15 * G_USEC_PER_SEC)

/* How long a program may take to end when it is told to. */
#define END_USEC (5 * G_USEC_PER_SEC)

typedef struct
{
  Display *display;
  int damage_base;

  Window window;
  int width;
  int height;

  gboolean has_first_report;
  gint64 start;
  gint64 mapped;
  gint64 drawn;
  gint64 last_drawn;
} Watch;

/* A window may be gone before it is asked about. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static gboolean
watch_open (Watch *self)
{
  int error_base;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    {
      g_printerr ("window-watch: there is no display\n");
      return FALSE;
    }
  if (!XDamageQueryExtension (self->display, &self->damage_base, &error_base))
    {
      g_printerr ("window-watch: the display lacks the DAMAGE extension\n");
      return FALSE;
    }

  XSetErrorHandler (ignore_error_cb);
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  XSync (self->display, False);

  return TRUE;
}

static void
handle_map (Watch *self, const XMapEvent *event)
{
  XWindowAttributes attributes;

  if (self->mapped != 0 || event->override_redirect ||
      !XGetWindowAttributes (self->display, event->window, &attributes) ||
      attributes.width < MIN_SIZE || attributes.height < MIN_SIZE)
    return;

  self->window = event->window;
  self->width = attributes.width;
  self->height = attributes.height;
  self->mapped = g_get_monotonic_time ();

  /* Asked for only now, since the server itself paints a background with the mapping. The program
   * draws its first frame tens of milliseconds later. */
  XDamageCreate (self->display, event->window, XDamageReportRawRectangles);
  XFlush (self->display);
}

static void
handle_damage (Watch *self)
{
  /* The first report only says what there is to be watched. */
  if (!self->has_first_report)
    {
      self->has_first_report = TRUE;
      return;
    }

  self->last_drawn = g_get_monotonic_time ();
  if (self->drawn == 0)
    self->drawn = self->last_drawn;
}

static void
handle_event (Watch *self, XEvent *event)
{
  switch (event->type)
    {
    case MapNotify:
      handle_map (self, &event->xmap);
      break;

    case ConfigureNotify:
      if (event->xconfigure.window == self->window)
        {
          self->width = event->xconfigure.width;
          self->height = event->xconfigure.height;
        }
      break;

    default:
      if (event->type == self->damage_base + XDamageNotify)
        handle_damage (self);
      break;
    }
}

/* Waits for the server's next word, for 50 ms at most. */
static void
watch_wait (Watch *self)
{
  struct pollfd poll_fd = { ConnectionNumber (self->display), POLLIN, 0 };

  if (XPending (self->display) == 0)
    poll (&poll_fd, 1, 50);
}

static gboolean
watch_until_rest (Watch *self, pid_t pid)
{
  for (;;)
    {
      gint64 now;

      watch_wait (self);
      while (XPending (self->display) > 0)
        {
          XEvent event;

          XNextEvent (self->display, &event);
          handle_event (self, &event);
        }

      now = g_get_monotonic_time ();
      if (self->drawn != 0 && now - self->last_drawn > REST_USEC)
        return TRUE;
      if (now - self->start > PATIENCE_USEC)
        return self->drawn != 0;
      if (waitpid (pid, NULL, WNOHANG) != 0)
        {
          g_printerr ("window-watch: the program ended before its window came to rest\n");
          return FALSE;
        }
    }
}

static void
end_program (pid_t pid)
{
  gint64 deadline = g_get_monotonic_time () + END_USEC;

  kill (pid, SIGTERM);
  while (waitpid (pid, NULL, WNOHANG) == 0)
    {
      if (g_get_monotonic_time () > deadline)
        kill (pid, SIGKILL);
      g_usleep (2 * USEC_PER_MSEC);
    }
}

static double
to_msec (const Watch *self, gint64 time)
{
  return (double) (time - self->start) / USEC_PER_MSEC;
}

int
main (int argc, char **argv)
{
  Watch watch = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean rested;
  GPid pid;

  if (argc < 2)
    {
      g_printerr ("Usage: window-watch PROGRAM [ARGUMENT...]\n");
      return 2;
    }
  if (!watch_open (&watch))
    return 1;

  watch.start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    {
      g_printerr ("window-watch: %s\n", error->message);
      return 1;
    }

  rested = watch_until_rest (&watch, pid);
  if (rested)
    {
      char buffer[64];

      printf ("%.1f %.1f %.1f %d %d %d\n", to_msec (&watch, watch.mapped),
              to_msec (&watch, watch.drawn), to_msec (&watch, watch.last_drawn), watch.width,
              watch.height, (int) pid);
      fflush (stdout);
      while (read (STDIN_FILENO, buffer, sizeof buffer) > 0)
        continue;
    }
  end_program (pid);
  XCloseDisplay (watch.display);

  return rested ? 0 : 1;
}
