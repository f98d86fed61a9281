namespace OrderToCash.Banking;

/// <summary>
/// Watches that the amounts of one statement or advice stay addable: no file can make a sum that money can't hold.
/// </summary>
internal sealed class AmountsTogether(string path)
{
    private decimal minorUnits;

    /// <exception cref="BankFileRefusedException">Together they are more than money can hold.</exception>
    public void Add(Money amount, int line)
    {
        minorUnits += Math.Abs((decimal)amount.MinorUnits);
        if (minorUnits > Money.MaxMinorUnits)
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", Money.MaxMinorUnits), ("what", "minor units in all amounts together"),
                ("line", line), ("position", 0)));
    }
}
