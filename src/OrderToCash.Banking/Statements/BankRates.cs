namespace OrderToCash.Banking;

/// <summary>Rates that a bank writes as a number, without saying which currency there is one of.</summary>
internal static class BankRates
{
    /// <summary>
    /// The rate in the direction in which it makes one amount of the other, charges left aside; null when it does in none.
    /// </summary>
    public static ExchangeRate? Of(decimal? number, Money? ordered, Money booked, LocalDate day)
    {
        if (number is not { } rate || ordered is not { } before || before.Currency == booked.Currency) return null;
        return Fits(new(before.Currency, booked.Currency, rate, day, "bank"), before, booked)
            ?? Fits(new(booked.Currency, before.Currency, rate, day, "bank"), before, booked);
    }

    /// <summary>The rate when it makes one amount of the other; a twentieth is left for charges.</summary>
    public static ExchangeRate? Fits(ExchangeRate rate, Money ordered, Money booked)
    {
        var (from, to) = (Math.Abs(ordered.Amount), Math.Abs(booked.Amount));
        if (rate.Base != ordered.Currency) (from, to) = (to, from);
        return from > 0 && to > 0 && to / from / rate.Rate is > 0.95m and < 1.05m ? rate : null;
    }
}
