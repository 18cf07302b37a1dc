import { createRoot } from 'react-dom/client';
import '../../ui/staff/staff.css';
import './shell.css';
import { Workbench } from './Workbench.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Workbench />);
