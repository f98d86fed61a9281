using OrderToCash.EInvoicing;

namespace OrderToCash.Quickstart;

/// <summary>What became of the e-invoices of a run.</summary>
internal sealed record EInvoiceTally
{
    /// <summary>How many faults are spelled out.</summary>
    public const int FaultsShown = 5;

    /// <summary>How they are written.</summary>
    public required EInvoiceSyntax Syntax { get; init; }

    /// <summary>How many were written.</summary>
    public int Written { get; init; }

    /// <summary>Warnings of the rules, none of which a receiver refuses a document for.</summary>
    public int Warnings { get; init; }

    /// <summary>How many documents could not become an e-invoice: these are not written.</summary>
    public int Refused { get; init; }

    /// <summary>How many did not read back as they were.</summary>
    public int Different { get; init; }

    /// <summary>The first faults, in words.</summary>
    public EquatableArray<string> Faults { get; init; }

    /// <summary>True when nothing was refused and all read back.</summary>
    public bool IsGood => Refused == 0 && Different == 0;

    /// <summary>The same with one more that is not good.</summary>
    public EInvoiceTally With(string fault) => Faults.Count < FaultsShown ? this with { Faults = Faults.Add(fault) } : this;
}
