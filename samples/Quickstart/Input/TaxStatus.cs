namespace OrderToCash.Quickstart;

/// <summary>How a customer stands to VAT.</summary>
public enum TaxStatus
{
    /// <summary>A business with a VAT id where it is at home, if its country has one.</summary>
    Business,

    /// <summary>A private person: no VAT id, no reverse charge.</summary>
    Consumer,
}
