namespace OrderToCash.EInvoicing.Tests;

/// <summary>A theory over the public data in <c>O2C_DATA</c>: skipped with the reason when it is not set; set but not a folder fails.</summary>
public sealed class DataTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks at the environment.</summary>
    public DataTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("O2C_DATA") is not { Length: > 0 })
            Skip = "O2C_DATA is not set: point it at the folder of the public data";
    }
}
