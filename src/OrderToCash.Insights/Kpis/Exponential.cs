namespace OrderToCash.Insights;

/// <summary>The exponential function and its inverse in decimals, exact to more than twenty digits.</summary>
internal static class Exponential
{
    private const decimal LogarithmOfTwo = 0.6931471805599453094172321215m;
    private const int Halvings = 8;

    /// <summary>e to a power from 0 to 60.</summary>
    public static decimal Of(decimal power)
    {
        var (small, sum, term) = (power / (1 << Halvings), 1m, 1m);
        for (var i = 1; term != 0m; i++)
        {
            term *= small / i;
            sum += term;
        }
        for (var i = 0; i < Halvings; i++) sum *= sum;
        return sum;
    }

    /// <summary>The natural logarithm of a number from 1 on.</summary>
    public static decimal Logarithm(decimal number)
    {
        var twos = 0;
        for (; number > 1.5m; number /= 2m) twos++;
        // Twice the series of the inverse hyperbolic tangent: it has the fifth part of the distance to 1 at most.
        var (ratio, sum) = ((number - 1m) / (number + 1m), 0m);
        var (power, square) = (ratio, ratio * ratio);
        for (var i = 1; power != 0m; i += 2)
        {
            sum += power / i;
            power *= square;
        }
        return twos * LogarithmOfTwo + 2m * sum;
    }
}
