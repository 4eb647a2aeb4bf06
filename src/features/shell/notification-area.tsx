import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Notification.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where notifications appear; loaded with the first one. */
export function NotificationArea() {
  return (
    <Notifications
      position="bottom-right"
      autoClose={5000}
      limit={4}
      notificationMaxHeight={240}
      pauseResetOnHover="notification"
    />
  );
}
