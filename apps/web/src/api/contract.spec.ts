import { isCommand, pathOf } from './contract.ts';

describe('a command', () => {
  it('is posted where the API says, about its case', () => {
    expect(pathOf('RegisterAdmission')).toBe('/api/v1/handovers');
    expect(pathOf('AcknowledgeHandover', 'a b')).toBe('/api/v1/handovers/a%20b/acknowledgements');
  });

  it('is one that the API names', () => {
    expect(isCommand('AcknowledgeHandover')).toBe(true);
    expect(isCommand('acknowledgeHandover')).toBe(false);
    expect(isCommand('toString')).toBe(false);
    expect(isCommand('OpenSession')).toBe(false);
    expect(isCommand(undefined)).toBe(false);
  });
});
