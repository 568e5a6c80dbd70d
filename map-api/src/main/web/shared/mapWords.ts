import type { Messages } from './messages';

/** What a map's own parts say in the page's language; the library knows English alone. */
export function mapWords(say: Messages, title: string): Record<string, string> {
  return {
    'Map.Title': title,
    'NavigationControl.ZoomIn': say('map.zoomIn'),
    'NavigationControl.ZoomOut': say('map.zoomOut'),
    'NavigationControl.ResetBearing': say('map.compass'),
    'GeolocateControl.FindMyLocation': say('map.locate'),
    'GeolocateControl.LocationNotAvailable': say('map.locateUnavailable'),
    'AttributionControl.ToggleAttribution': say('map.attribution'),
    'CooperativeGesturesHandler.WindowsHelpText': say('map.gesture.scroll'),
    'CooperativeGesturesHandler.MacHelpText': say('map.gesture.scrollMac'),
    'CooperativeGesturesHandler.MobileHelpText': say('map.gesture.touch'),
  };
}
