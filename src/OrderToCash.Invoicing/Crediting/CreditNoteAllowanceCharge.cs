namespace OrderToCash.Invoicing;

/// <summary>What a credit note takes back of an allowance or charge of the invoice (BG-20, BG-21 of the note).</summary>
public sealed record CreditNoteAllowanceCharge
{
    /// <summary>Which, by position among the invoice's allowances and charges, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The same with the amount of this note; an allowance lowers the credit, a charge raises it.</summary>
    public required AllowanceCharge Item { get; init; }
}
