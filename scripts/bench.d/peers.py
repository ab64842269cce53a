"""The mean loss of a file by pandas, scikit-learn or torch: TOOL TASK FILE [OUTPUT]."""
import sys

import pandas as pd

tool, task, file = sys.argv[1:4]
names = {"bce": ["label", "probability"], "ce": None}.get(task, ["target", "prediction"])
data = pd.read_csv(file, usecols=names)
y = data.iloc[:, 0] if task != "wide" else data["target"]
f = data.iloc[:, 1] if task != "wide" else data["prediction"]
if tool == "sklearn":
    from sklearn.metrics import log_loss, mean_squared_error

    if task == "ce":
        print(log_loss(y, data.iloc[:, 1:], labels=range(10)))
    else:
        print(log_loss(y, f) if task == "bce" else mean_squared_error(y, f))
elif tool == "torch":
    import torch
    from torch.nn import functional as F

    y, f = torch.from_numpy(y.to_numpy(float)), torch.from_numpy(f.to_numpy())
    losses = {"bce": F.binary_cross_entropy, "huber": F.huber_loss}
    print(float(losses.get(task, F.mse_loss)(f, y)))
else:
    import numpy as np

    r = y - f
    if task == "huber":
        loss = np.where(r.abs() <= 1, r * r / 2, r.abs() - 0.5)
    elif task == "bce":
        loss = -np.log(np.where(y == 1, f, 1 - f))
    elif task == "ce":
        p = data.iloc[:, 1:].to_numpy()
        loss = -np.log(p[np.arange(len(p)), y])
    else:
        loss = r * r
    if len(sys.argv) > 4:
        data["loss"] = loss
        data.to_csv(sys.argv[4], index=False)
    else:
        print(float(np.mean(loss)))
